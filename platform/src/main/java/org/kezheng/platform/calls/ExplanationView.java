package org.kezheng.platform.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a call went where it went. The first fields are of the last decision; absent while there was none.
///
/// @param candidates agents among whom was chosen
/// @param sentence of the whole call, earlier decisions included
/// @param decisions one for each offer, oldest first
/// @param waiting why it still waits; absent when it does not
record ExplanationView(
        @Nullable Integer ring,
        int candidates,
        @Nullable String rule,
        @Nullable String winner,
        @Nullable String runnerUp,
        @Nullable String lostBecause,
        Sentence sentence,
        List<DecisionView> decisions,
        @Nullable WaitingView waiting) {
    ExplanationView {
        decisions = List.copyOf(decisions);
    }

    /// The same in two languages.
    record Sentence(String zh, String en) {
        /// This one, then another.
        Sentence and(Sentence next) {
            return new Sentence(zh + next.zh(), en + " " + next.en());
        }
    }

    /// One decision, and what came of its offer.
    ///
    /// @param requirement of the ring; none where the agent was meant by name
    /// @param outcome absent while the offer stands
    record DecisionView(
            int ring,
            List<RequirementView> requirement,
            int candidates,
            String rule,
            String winner,
            @Nullable String runnerUp,
            @Nullable String lostBecause,
            Sentence sentence,
            String offer,
            Instant at,
            long journalPosition,
            @Nullable String outcome) {
        DecisionView {
            requirement = List.copyOf(requirement);
        }
    }

    /// A skill, and the least level of it.
    record RequirementView(String skill, int level) {}

    /// What a call waits for, as the journal stands.
    ///
    /// @param ring the applied one; 0: it waits for one agent alone
    /// @param wishAgent that agent; absent without a wish
    /// @param nextStepAt when its ring or its wish changes next; absent: never
    /// @param overflowAt when it will have waited too long for its queue
    /// @param ahead waiting calls that come first and could be served by an agent who could serve it
    /// @param agents who meet the requirement; the five counts behind it add up to it
    record WaitingView(
            int ring,
            int rings,
            @Nullable String wishAgent,
            @Nullable Instant nextStepAt,
            Instant overflowAt,
            int ahead,
            int agents,
            int busy,
            int notReady,
            int signedOut,
            int passedOver,
            int unlooked,
            Sentence sentence) {}
}
