package org.kezheng.benchmarks;

import java.util.Locale;

/// What a site is like.
public enum AcdMode {
    /// Everybody is busy, and as many wait as the size says.
    BACKLOG,
    /// Nobody waits, and half of the agents are idle.
    IDLE;

    /// The mode's name outside.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
