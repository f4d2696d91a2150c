package org.kezheng.telephony;

/// A password for the PBX. It prints as `[REDACTED]`.
///
/// @param reveal the password itself; never empty, no control characters, since both AMI and HTTP are lines of text
public record SecretText(String reveal) {

    /// Refuses what cannot be sent.
    public SecretText {
        if (reveal.isEmpty() || reveal.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a password of the PBX is empty or holds control characters");
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
