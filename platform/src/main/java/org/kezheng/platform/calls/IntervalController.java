package org.kezheng.platform.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.evidence.calls.Interval;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.WrittenTimes;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agents/{agent}/intervals`: what an agent was doing, in the last day or in a span of at most 31 days.
@RestController
class IntervalController {
    private static final Duration USUAL_SPAN = Duration.ofDays(1);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);

    private final Calls calls;
    private final Directory directory;
    private final Clock clock;

    IntervalController(Calls calls, Directory directory, Clock clock) {
        this.calls = calls;
        this.directory = directory;
        this.clock = clock;
    }

    record IntervalView(
            String state,
            @Nullable String reason,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String call) {
        static IntervalView of(Interval interval) {
            Long contact = interval.contact();
            return new IntervalView(
                    interval.state(),
                    interval.reason(),
                    interval.startedAt(),
                    interval.endedAt(),
                    contact == null ? null : contact.toString());
        }
    }

    record IntervalsView(List<IntervalView> items) {
        IntervalsView {
            items = List.copyOf(items);
        }
    }

    @GetMapping("/api/agents/{agent}/intervals")
    IntervalsView intervals(
            @PathVariable("agent") String agent,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @AuthenticationPrincipal SignedIn who) {
        Instant asked = WrittenTimes.instant("to", to);
        Instant end = asked == null ? clock.instant() : asked;
        Instant since = WrittenTimes.instant("from", from);
        Instant begin = since == null ? end.minus(USUAL_SPAN) : since;
        if (!begin.isBefore(end)) {
            throw Problem.invalid("to", "field.order", "An instant after from");
        }
        if (Duration.between(begin, end).compareTo(LONGEST_SPAN) > 0) {
            throw Problem.invalid("from", "interval.span", "At most " + LONGEST_SPAN.toDays() + " days before to");
        }
        int id = AgentNames.ofClient(directory, who.client(), agent)
                .orElseThrow(() -> Problem.notFound("agent.unknown"));
        return new IntervalsView(
                calls.intervalsOf(id, begin, end).stream().map(IntervalView::of).toList());
    }
}
