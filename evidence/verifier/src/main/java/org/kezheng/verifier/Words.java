package org.kezheng.verifier;

import java.util.Objects;

/// One sentence in Chinese and in English.
public record Words(String zh, String en) {
    public Words {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }
}
