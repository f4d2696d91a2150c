package org.kezheng.acd.engine.checks;

/// What holds of an engine after every command.
public enum Invariant {
    /// Each contact ends exactly once; offered = ended by each outcome + here, always.
    ENDS_ONCE,
    /// No agent is offered more than the capacity, never two calls, never two offers at once.
    CAPACITY,
    /// No waiting contact and free agent match.
    WORK_CONSERVING,
    /// Of contacts in one queue the first in order is served first, for ordinary offers.
    FIRST_IN_FIRST_OUT,
    /// Whatever is not signed out, not ready or ready ends by itself.
    NOTHING_STUCK,
    /// The same commands give the same bytes, after a snapshot too.
    DETERMINISM,
    /// What the events tell and what the state shows agree: contacts, agents, queues, effects.
    FIGURES_AGREE
}
