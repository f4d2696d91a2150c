package org.kezheng.platform.calls;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.evidence.calls.CallFilter;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Fields;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.WrittenTimes;
import org.kezheng.security.tenancy.ClientId;

/// Which calls somebody asks for, as it stands in the query.
///
/// @param queue a queue's code
/// @param agent the user who answered
/// @param outcome how the call ended
/// @param from calls that came at or after this instant
/// @param to calls that came before this instant
/// @param limit calls in a page, 1 to 200; 50 when absent
/// @param after the `next` of the page before
record CallQuery(
        @Nullable String queue,
        @Nullable String agent,
        @Nullable String outcome,
        @Nullable String from,
        @Nullable String to,
        @Nullable String limit,
        @Nullable String after) {
    private static final List<String> OUTCOMES =
            List.of("answered", "abandoned", "timed-out", "refused", "lost", "callback", "voicemail", "overflowed");
    private static final int PAGE = 50;

    CallFilter filter(Directory directory, ClientId client) {
        Instant begin = WrittenTimes.instant("from", from);
        Instant end = WrittenTimes.instant("to", to);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw Problem.invalid("to", "field.order", "An instant after from");
        }
        return new CallFilter(
                queueId(directory, client),
                agentId(directory, client),
                knownOutcome(),
                begin,
                end,
                after == null ? null : Fields.number("after", after, 1, Long.MAX_VALUE),
                limit == null ? PAGE : (int) Fields.number("limit", limit, 1, CallFilter.MAX_LIMIT),
                queue == null ? testQueues(directory) : Set.of());
    }

    /// The platform's calls to itself are listed for those only who ask for their queue.
    private static Set<Integer> testQueues(Directory directory) {
        return directory.testQueues().stream().map(QueueId::value).collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable Integer queueId(Directory directory, ClientId client) {
        if (queue == null) {
            return null;
        }
        return directory.definition().queues().stream()
                .filter(entry ->
                        entry.client() == client.value() && entry.code().equals(queue))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("queue", "call.queue-unknown", "The code of a queue"))
                .id();
    }

    private @Nullable Integer agentId(Directory directory, ClientId client) {
        if (agent == null) {
            return null;
        }
        return AgentNames.ofClient(directory, client, agent)
                .orElseThrow(() -> Problem.invalid("agent", "call.agent-unknown", "The user name of an agent"));
    }

    private @Nullable String knownOutcome() {
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw Problem.invalid("outcome", "call.outcome-unknown", "One of " + String.join(", ", OUTCOMES));
        }
        return outcome;
    }
}
