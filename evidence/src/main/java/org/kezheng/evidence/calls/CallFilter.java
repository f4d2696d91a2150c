package org.kezheng.evidence.calls;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which calls are asked for; an absent field does not narrow.
///
/// @param before only calls with a lesser arrival number (the cursor: the last one of the page before)
/// @param limit 1 to [#MAX_LIMIT]
/// @param exceptQueues queues whose calls are left out
public record CallFilter(
        @Nullable Integer queue,
        @Nullable Integer agent,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int limit,
        Set<Integer> exceptQueues) {
    public static final int MAX_LIMIT = 200;

    public CallFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + MAX_LIMIT);
        }
        exceptQueues = Set.copyOf(exceptQueues);
    }

    /// Of all queues.
    public CallFilter(
            @Nullable Integer queue,
            @Nullable Integer agent,
            @Nullable String outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before,
            int limit) {
        this(queue, agent, outcome, from, to, before, limit, Set.of());
    }

    /// The same, narrowed to the calls that this agent answered.
    public CallFilter ofAgent(int only) {
        return new CallFilter(queue, only, outcome, from, to, before, limit, exceptQueues);
    }
}
