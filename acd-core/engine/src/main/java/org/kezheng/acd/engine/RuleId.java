package org.kezheng.acd.engine;

/// The rule that decided an offer.
public enum RuleId {
    /// A contact looked for an agent: of those who match, the one who has been idle for the longest time.
    LONGEST_IDLE("longest-idle"),
    /// An agent became free: of the contacts that match, over all queues, the first in order.
    FIRST_WAITING("first-waiting"),
    /// A contact looked for an agent: of those who match, the one with the highest level.
    BEST_MATCH("best-match"),
    /// A contact looked for an agent: of those who match, the one with the least skill to spare.
    LEAST_OVERQUALIFIED("least-overqualified"),
    /// The agent served the customer last.
    LAST_AGENT("last-agent"),
    /// The contact was meant for the agent by name.
    NAMED_AGENT("named-agent"),
    /// A supervisor gave the contact to the agent.
    ASSIGNED("assigned"),
    /// The agent took the contact from the queue.
    PULLED("pulled"),
    /// Another agent transferred the contact to the agent.
    TRANSFERRED("transferred"),
    /// Another agent called the agent.
    CALLED("called"),
    /// The agent, whose leg stood already, took the talk over.
    TAKEN_OVER("taken-over");

    private final String code;

    RuleId(String code) {
        this.code = code;
    }

    /// The rule's name outside the engine.
    public String code() {
        return code;
    }
}
