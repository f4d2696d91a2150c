package org.kezheng.acd.engine;

/// Which of the free agents of one ring is offered a contact. Ties fall to the one who has been idle for longer.
public enum AgentChoice {
    /// The one who has been idle for the longest time.
    LONGEST_IDLE,
    /// The one with the highest level, where an agent's level is the lowest of those the ring asks for.
    BEST_MATCH,
    /// The one with the least skill to spare: the sum of the agent's levels above what the ring asks for, the
    /// levels of skills that it does not ask for included.
    LEAST_OVERQUALIFIED
}
