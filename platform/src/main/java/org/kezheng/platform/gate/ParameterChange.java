package org.kezheng.platform.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of a parameter that somebody asked for.
///
/// @param basis why, in a code or a short sentence
public record ParameterChange(
        long id,
        GateParameter parameter,
        String value,
        String basis,
        String proposedBy,
        Instant proposedAt,
        State state,
        @Nullable String decidedBy) {

    /// What became of the change.
    public enum State {
        /// It loosens and waits for a second person.
        PENDING("pending"),
        IN_FORCE("in-force"),
        REJECTED("rejected");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("No state of a change");
        }
    }
}
