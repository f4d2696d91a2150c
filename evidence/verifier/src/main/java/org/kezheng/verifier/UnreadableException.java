package org.kezheng.verifier;

import java.io.Serial;

/// What was to be checked, or checked with, cannot be read at all, or is nothing that this verifier knows. That is not
/// the same as being disproved.
public final class UnreadableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    UnreadableException(String zh, String en) {
        super(en);
        words = new Words(zh, en);
    }

    /// What is the matter, in a sentence.
    public Words words() {
        return words;
    }
}
