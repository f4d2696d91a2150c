package org.kezheng.evidence.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A span of an agent's time in one state (状态区间).
///
/// @param endedAt absent while it lasts
/// @param contact the contact it was spent on, if any
public record Interval(
        int agent,
        String state,
        @Nullable String reason,
        @Nullable Long contact,
        Instant startedAt,
        @Nullable Instant endedAt,
        long journalPosition) {}
