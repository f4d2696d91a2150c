package org.kezheng.platform.gate;

import java.util.List;

/// What the gate said. It is recorded before anybody hears of it.
public sealed interface GateDecision {
    /// The record's id.
    long decision();

    /// The leg may be dialled now, with this own number as its calling number.
    record Allowed(long decision, String ownNumber) implements GateDecision {}

    /// The leg must not be dialled.
    ///
    /// @param failures in the order of the rules, at least one
    record Refused(long decision, List<GateFailure> failures) implements GateDecision {
        public Refused {
            failures = List.copyOf(failures);
            if (failures.isEmpty()) {
                throw new IllegalArgumentException("A refusal names its rule");
            }
        }

        /// The first rule that refused.
        public GateFailure first() {
            return failures.getFirst();
        }
    }
}
