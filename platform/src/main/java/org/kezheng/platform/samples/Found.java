package org.kezheng.platform.samples;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A recording that matches.
///
/// @param isDestroyed it was due, and nobody can hear it any more
/// @param isPaused it has places that are silent because it was paused
record Found(
        long offer,
        long contact,
        int agent,
        int queue,
        Instant startedAt,
        Duration length,
        @Nullable String disposition,
        boolean isDestroyed,
        boolean isPaused) {}
