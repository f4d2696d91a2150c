package org.kezheng.evidence.measures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the last comparison found.
///
/// @param since when the state began
/// @param checkedAt when the last comparison was made; absent before the first
/// @param position the journal position at which it was made
/// @param count of differing numbers; [#differences] holds the first of them
public record AgreementReport(
        State state,
        Instant since,
        @Nullable Instant checkedAt,
        long position,
        int count,
        List<Difference> differences) {
    public AgreementReport {
        differences = List.copyOf(differences);
    }

    /// Whether the sources agree.
    public enum State {
        AGREES("agrees"),
        DIFFERS("differs"),
        /// Not compared yet, or the last comparison could not be made.
        UNKNOWN("unknown");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
