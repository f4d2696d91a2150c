package org.kezheng.platform.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pause of a running recording, by the clock.
///
/// @param to when it ended; absent while it lasts
/// @param endedBy as in [Gap]
record Pause(Instant from, @Nullable Instant to, String endedBy) {
    static final String BY_AGENT = "agent";
    static final String BY_LIMIT = "limit";
    static final String BY_TALK = "talk";

    static Pause begun(Instant from) {
        return new Pause(from, null, BY_TALK);
    }

    Pause ended(Instant at, String by) {
        return new Pause(from, at, by);
    }

    boolean isOpen() {
        return to == null;
    }

    /// Where it is silent in a recording of that begin and length; empty where nothing of it lies within.
    Optional<Gap> in(Instant startedAt, Duration length) {
        long all = length.toMillis();
        long begin = Math.max(0, Duration.between(startedAt, from).toMillis());
        long end =
                to == null ? all : Math.min(all, Duration.between(startedAt, to).toMillis());
        return end <= begin ? Optional.empty() : Optional.of(new Gap(begin, end, endedBy));
    }
}
