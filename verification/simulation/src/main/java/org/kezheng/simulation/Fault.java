package org.kezheng.simulation;

/// What goes wrong in a life, on purpose.
enum Fault {
    /// Many contacts at nearly the same instant.
    BURSTS,
    CONFIGURATION_CHANGES,
    CLOCK_JUMPS,
    /// An agent's session is gone.
    AGENTS_LOST,
    /// A contact is gone in whatever state it was.
    LOST_CALLS,
    /// Late, repeated, or about what never was.
    WORDS_ABOUT_NOTHING,
    /// The host dies, and the engine comes back from what was saved.
    HOST_CRASHES
}
