package org.kezheng.verifier;

import java.util.Objects;

/// One thing that was looked at.
///
/// @param code what was looked at, for programs: `[a-z-]+`
/// @param holds whether it is as it must be
/// @param words what was found, in a sentence
public record Check(String code, boolean holds, Words words) {
    public Check {
        Objects.requireNonNull(words, "words");
        if (!code.matches("[a-z-]{1,32}")) {
            throw new IllegalArgumentException("code");
        }
    }

    static Check good(String code, String zh, String en) {
        return new Check(code, true, new Words(zh, en));
    }

    static Check bad(String code, String zh, String en) {
        return new Check(code, false, new Words(zh, en));
    }
}
