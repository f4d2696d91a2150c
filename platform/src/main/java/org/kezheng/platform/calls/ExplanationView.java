package org.kezheng.platform.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a call went where it went. The first fields are of the last decision; absent while there was none.
///
/// @param candidates agents among whom was chosen
/// @param sentence of the whole call, earlier decisions included
/// @param decisions one for each offer, oldest first
record ExplanationView(
        @Nullable Integer ring,
        int candidates,
        @Nullable String rule,
        @Nullable String winner,
        @Nullable String runnerUp,
        @Nullable String lostBecause,
        Sentence sentence,
        List<DecisionView> decisions) {
    ExplanationView {
        decisions = List.copyOf(decisions);
    }

    /// The same in two languages.
    record Sentence(String zh, String en) {}

    /// One decision, and what came of its offer.
    ///
    /// @param outcome absent while the offer stands
    record DecisionView(
            int ring,
            int candidates,
            String rule,
            String winner,
            @Nullable String runnerUp,
            @Nullable String lostBecause,
            Sentence sentence,
            String offer,
            Instant at,
            long journalPosition,
            @Nullable String outcome) {}
}
