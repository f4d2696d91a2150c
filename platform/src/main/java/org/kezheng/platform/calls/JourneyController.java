package org.kezheng.platform.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.CallParty;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.platform.callers.EndedInFlow;
import org.kezheng.platform.callers.JourneyView;
import org.kezheng.platform.http.Fields;
import org.kezheng.platform.http.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/journeys`: callers who came to no queue. What others went through stands with their calls.
@RestController
@RequestMapping("/api/journeys")
class JourneyController {
    private static final int PAGE = 50;
    private static final int MOST = 200;

    private final CallerSteps steps;
    private final CallParties parties;

    JourneyController(CallerSteps steps, CallParties parties) {
        this.steps = steps;
        this.parties = parties;
    }

    /// @param number masked; absent when it was kept back
    record Ended(
            String call,
            @Nullable String number,
            Instant beganAt,
            Instant endedAt,
            String flow,
            int version,
            String ending) {}

    /// @param next the value of `after` that gives the page after
    record EndedPage(List<Ended> items, @Nullable String next) {}

    /// The last ones first.
    ///
    /// @param limit callers in a page, 1 to 200; 50 when absent
    /// @param after the `next` of the page before
    @GetMapping
    EndedPage ended(
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        int size = limit == null ? PAGE : (int) Fields.number("limit", limit, 1, MOST);
        long before = after == null ? Long.MAX_VALUE : Fields.number("after", after, 1, Long.MAX_VALUE);
        List<EndedInFlow> found = steps.endedInFlows(before, size + 1);
        List<EndedInFlow> page = found.subList(0, Math.min(size, found.size()));
        return new EndedPage(
                page.stream().map(this::view).toList(),
                found.size() > size ? Long.toString(page.getLast().position()) : null);
    }

    @GetMapping("/{call}")
    JourneyView one(@PathVariable("call") String call) {
        return Fields.decimal(call).stream()
                .boxed()
                .flatMap(contact -> steps.of(contact).stream())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("call.unknown"));
    }

    private Ended view(EndedInFlow one) {
        return new Ended(
                Long.toString(one.contact()),
                parties.find(new CallId(one.contact()))
                        .map(CallParty::maskedNumber)
                        .orElse(null),
                one.beganAt(),
                one.endedAt(),
                one.flow(),
                one.version(),
                one.ending());
    }
}
