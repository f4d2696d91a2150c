package org.kezheng.platform.retention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.recordings.Recording;

/// A recording under the clock.
///
/// @param endedAt from when the clock runs
/// @param destroyedAt absent while it is there
record Kept(
        Recording.Name name,
        Direction direction,
        Instant endedAt,
        @Nullable Instant destroyedAt) {

    /// When it is due, unless it is held.
    Instant dueAt(Terms terms) {
        return endedAt.plus(Duration.ofDays(terms.days(direction)));
    }
}
