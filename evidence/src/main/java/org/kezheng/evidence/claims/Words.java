package org.kezheng.evidence.claims;

/// The same said in Chinese and in English.
public record Words(String zh, String en) {
    public Words {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("Words are said in both languages");
        }
    }
}
