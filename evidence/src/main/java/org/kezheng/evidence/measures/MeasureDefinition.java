package org.kezheng.evidence.measures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One published definition of a figure.
///
/// @param id names it in links and in the documentation
/// @param of what it is a figure of
/// @param field its name in the interface
/// @param unit `calls`, `seconds`, `share` (0 to 1), `agreement` or `flag`
/// @param prometheus its series, where it has one
public record MeasureDefinition(
        String id,
        Of of,
        String field,
        Words name,
        Words formula,
        String unit,
        Words source,
        @Nullable String prometheus) {

    /// What a figure is of.
    public enum Of {
        QUEUE("queue"),
        AGENT("agent"),
        CALL("call"),
        PLATFORM("platform");

        private final String code;

        Of(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The same in Chinese and in English.
    public record Words(String zh, String en) {}

    public Optional<String> series() {
        return Optional.ofNullable(prometheus);
    }
}
