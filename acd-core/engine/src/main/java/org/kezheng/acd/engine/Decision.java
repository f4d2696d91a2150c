package org.kezheng.acd.engine;

import java.util.OptionalInt;

/// The grounds of one offer, as they were at the instant of the choice.
///
/// @param queue in which the contact waits
/// @param ring in which the agent was found; 0: meant for this agent
/// @param candidates the agents among whom was chosen: free, skilled, not passed over for the contact. When an
///     agent became free, or was named, it is 1.
/// @param runnerUp the agent id of who would have been chosen otherwise
/// @param runnerUpIdleMicros 0 without runner-up
/// @param winnerRank what the queue's choice goes by before idle time: the smaller, the better
/// @param contactsWaiting the contacts among whom was chosen, when an agent became free; else 1
/// @param runnerUpContact the contact that the agent would have been offered otherwise; 0: none
public record Decision(
        OfferId offer,
        ContactId contact,
        QueueId queue,
        int ring,
        int candidates,
        RuleId rule,
        AgentId winner,
        OptionalInt runnerUp,
        LostBecause lostBecause,
        long winnerIdleMicros,
        long runnerUpIdleMicros,
        int winnerRank,
        int runnerUpRank,
        int contactsWaiting,
        long runnerUpContact) {

    /// Why the runner-up was not chosen.
    public enum LostBecause {
        /// There was no runner-up.
        NONE,
        /// The agent had been idle for a shorter time, or for the same time and became idle after the winner.
        SHORTER_IDLE,
        /// The agent's level is lower.
        LOWER_LEVEL,
        /// The agent has more skill to spare.
        MORE_OVERQUALIFIED,
        /// The agent meets a later ring only.
        LATER_RING,
        /// The contact arrived later, or at the same instant with a higher number.
        LATER_ARRIVAL,
        /// The contact arrived earlier, and has less priority.
        LOWER_PRIORITY
    }

    /// Is told the grounds of each offer while a command is applied. Only a replay asks for them; they cost the
    /// way of a live call nothing.
    @FunctionalInterface
    public interface Witness {
        void decided(Decision decision);
    }
}
