package org.kezheng.acd.engine;

import java.util.List;

/// Everything that an engine knows, copied out, for checks and explanations.
///
/// @param hasRoom for one more offer's effects
/// @param workIsLeft agents are still to be looked at
public record EngineView(
        long nowMicros, List<Contact> contacts, List<Agent> agents, boolean hasRoom, boolean workIsLeft) {

    /// A contact that is here.
    ///
    /// @param ring the applied one, of a contact that waits
    /// @param key and `place` order the waiting
    /// @param wishAgent whom it waits for alone; 0: no wish
    /// @param agent at whom it rings or with whom it talks; 0: none
    /// @param deadlineMicros when it will go on by itself; -1: never
    /// @param passedOver agents who are not offered it now
    public record Contact(
            long contact,
            int queue,
            Stage stage,
            ContactKind kind,
            int ring,
            long key,
            long place,
            int wishAgent,
            int agent,
            long offer,
            boolean isHeld,
            boolean wasAnswered,
            long deadlineMicros,
            List<PassedOver> passedOver) {}

    /// An agent who is passed over, and until when; -1: for ever.
    public record PassedOver(int agent, long untilMicros) {}

    /// What a contact is doing.
    public enum Stage {
        WAITING,
        RINGING,
        TALKING
    }

    /// A configured agent.
    ///
    /// @param loads contacts by [Channel]
    /// @param wrapUps contacts that the agent wraps up, oldest first
    /// @param isUnlooked still to be looked at
    public record Agent(
            int agent,
            AgentState state,
            ReasonCode reason,
            AgentState next,
            ReasonCode nextReason,
            List<Integer> loads,
            List<WrapUp> wrapUps,
            long idleNumber,
            boolean isUnlooked,
            boolean rests) {}

    /// A wrap-up, and when it ends by itself; -1: never.
    public record WrapUp(long contact, Channel channel, long deadlineMicros) {}
}
