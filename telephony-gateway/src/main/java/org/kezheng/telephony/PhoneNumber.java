package org.kezheng.telephony;

/// A telephone number as the trunk gave it, personal data: it prints as `[REDACTED]`. An anonymous caller has an
/// empty one.
///
/// @param digits at most 64 characters, none of them a control character
public record PhoneNumber(String digits) {

    private static final int MAX_LENGTH = 64;

    /// Refuses what no trunk sends; the text of the refusal does not repeat the number.
    public PhoneNumber {
        if (digits.length() > MAX_LENGTH || digits.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a telephone number");
        }
    }

    /// Whether the trunk kept the caller's number back.
    public boolean isAnonymous() {
        return digits.isEmpty();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
