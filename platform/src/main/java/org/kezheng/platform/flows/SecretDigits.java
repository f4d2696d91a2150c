package org.kezheng.platform.flows;

/// Digits that only the customer knows. They print as `[REDACTED]`.
public record SecretDigits(String digits) {
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
