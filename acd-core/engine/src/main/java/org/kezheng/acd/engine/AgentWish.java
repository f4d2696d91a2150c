package org.kezheng.acd.engine;

/// Whether a contact is meant for one agent first.
public sealed interface AgentWish {
    /// For whoever the queue's rings name.
    record Anyone() implements AgentWish {}

    /// For the agent who served this customer last, for as long as the queue says; not waited for when signed out
    /// or not ready.
    record LastAgent(AgentId agent) implements AgentWish {}

    /// For this agent by name, for as long as the queue says; not waited for when signed out.
    record NamedAgent(AgentId agent) implements AgentWish {}
}
