package org.kezheng.acd.engine;

import java.util.OptionalInt;

/// The grounds of one offer, as they were at the instant of the choice.
///
/// @param candidates the agents among whom was chosen: ready, skilled, not passed over for the contact. When an
///     agent became free the choice was of a contact for that agent, so it is 1.
/// @param runnerUp the agent id of the next in order
/// @param runnerUpIdleMicros 0 without runner-up
public record Decision(
        OfferId offer,
        ContactId contact,
        int ring,
        int candidates,
        RuleId rule,
        AgentId winner,
        OptionalInt runnerUp,
        LostBecause lostBecause,
        long winnerIdleMicros,
        long runnerUpIdleMicros) {

    /// Why the runner-up was not chosen.
    public enum LostBecause {
        /// There was no runner-up.
        NONE,
        /// The runner-up had been ready for a shorter time, or for the same time and became ready after the
        /// winner.
        SHORTER_IDLE
    }

    /// Is told the grounds of each offer while a command is applied. Only a replay asks for them; they cost the
    /// way of a live call nothing.
    @FunctionalInterface
    public interface Witness {
        void decided(Decision decision);
    }
}
