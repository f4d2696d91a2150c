package org.kezheng.security.secret;

/// A text that must not be seen: a password, a token, a customer's name in the clear. Prints as `[REDACTED]`.
public record SecretString(String reveal) {

    public boolean isBlank() {
        return reveal.isBlank();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
