package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/// How it stands with a caller whom an agent has lent to self-service (自助服务).
///
/// @param flow the code of the flow that leads the caller
/// @param isVerified whether the caller entered what only the customer knows
/// @param entered digits by the names of the flow's variables; never secret ones
public record Lending(
        String flow, State state, Instant since, boolean isVerified, SequencedMap<String, String> entered) {
    /// Where the caller is.
    public enum State {
        /// In the flow.
        LENT,
        /// With the agent again, at the flow's end.
        DONE,
        /// With the agent again, because the caller wanted a person.
        ASKED_FOR_AGENT,
        /// Taken back by the agent before the end.
        TAKEN_BACK;

        /// As it stands in views: `asked-for-agent`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Lending {
        entered = Collections.unmodifiableSequencedMap(new TreeMap<>(entered));
    }

    /// Prints no digit.
    @Override
    public String toString() {
        return "Lending[" + flow + ", " + state + "]";
    }
}
