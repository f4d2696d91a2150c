package org.kezheng.platform.speech;

import org.kezheng.platform.flows.Flow;

/// In which voice a text is spoken.
public enum Voice {
    MANDARIN("cmn"),
    CANTONESE("yue"),
    ENGLISH("en");

    private final String code;

    Voice(String code) {
        this.code = code;
    }

    /// The code of the language, ISO 639-3 where there is one.
    public String code() {
        return code;
    }

    /// The voice of a flow's language.
    public static Voice of(Flow.Language language) {
        return switch (language) {
            case ZH -> MANDARIN;
            case YUE -> CANTONESE;
            case EN -> ENGLISH;
        };
    }
}
