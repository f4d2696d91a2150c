package org.kezheng.acd.engine;

/// What the records of this package ask of their components.
final class Checks {
    private static final int MAX_CODE_LENGTH = 32;
    private static final int MAX_PRIORITY = 100;

    private Checks() {}

    static void positive(long value, String what) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " starts at 1: " + value);
        }
    }

    static void notNegative(long value, String what) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is not negative: " + value);
        }
    }

    static void within(long value, long min, long max, String what) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " lies from " + min + " to " + max + ": " + value);
        }
    }

    /// Of a table's row, read from outside.
    static int index(long value, int size) {
        within(value, 0, size - 1L, "A row");
        return (int) value;
    }

    static void notInternal(ContactKind kind) {
        if (kind == ContactKind.INTERNAL) {
            throw new IllegalArgumentException("An internal call does not arrive: an agent calls");
        }
    }

    static void priority(int priority) {
        within(priority, 0, MAX_PRIORITY, "A priority");
    }

    /// The refused text is not repeated: it may have come from outside.
    static void code(String text, String what) {
        boolean isCode = !text.isEmpty() && text.length() <= MAX_CODE_LENGTH;
        for (int i = 0; i < text.length() && isCode; i++) {
            char c = text.charAt(i);
            isCode = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }
        if (!isCode) {
            throw new IllegalArgumentException(what + " is 1 to 32 of a-z, 0-9 and -");
        }
    }
}
