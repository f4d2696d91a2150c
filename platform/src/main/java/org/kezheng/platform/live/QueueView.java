package org.kezheng.platform.live;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A queue as the desks show it.
///
/// @param waiting contacts that wait, ringing ones included
/// @param longestWaitingSince when the one that waits longest arrived
/// @param agents signed-in agents who serve the queue, counted by state
public record QueueView(
        String queue,
        int waiting,
        @Nullable Instant longestWaitingSince,
        int offeredToday,
        int answeredToday,
        int abandonedToday,
        Map<String, Integer> agents) {
    public QueueView {
        agents = Map.copyOf(agents);
    }
}
