package org.kezheng.platform.nuisance;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.NuisanceMarks;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.platform.desk.ClickToCall;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/nuisance-marks`: an agent marks the number of an own call, somebody else confirms it for a time or
/// lifts it.
@RestController
@RequestMapping("/api/nuisance-marks")
class NuisanceController {
    private final NuisanceMarks marks;
    private final ConfidentialLog log;
    private final Calls calls;
    private final ClickToCall desk;
    private final LiveDesks desks;

    NuisanceController(NuisanceMarks marks, ConfidentialLog log, Calls calls, ClickToCall desk, LiveDesks desks) {
        this.marks = marks;
        this.log = log;
        this.calls = calls;
        this.desk = desk;
        this.desks = desks;
    }

    record WantedMark(@Nullable String call, @Nullable String reason) {}

    record WantedTime(@Nullable Integer days) {}

    record Created(String id) {}

    record MarkRow(
            String id,
            String number,
            String reason,
            String call,
            String markedBy,
            Instant markedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant expiresAt,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt) {
        static MarkRow of(NuisanceMarks.View one) {
            return new MarkRow(
                    Long.toString(one.id()),
                    one.maskedNumber(),
                    one.reason(),
                    Long.toString(one.contact()),
                    one.markedBy(),
                    one.markedAt(),
                    one.confirmedBy(),
                    one.confirmedAt(),
                    one.expiresAt(),
                    one.liftedBy(),
                    one.liftedAt());
        }
    }

    record MarkList(List<MarkRow> items) {}

    /// The newest first, 200 at most.
    @GetMapping
    MarkList newest() {
        return new MarkList(marks.newest().stream().map(MarkRow::of).toList());
    }

    /// During or after an own call.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created mark(@RequestBody WantedMark wanted, @AuthenticationPrincipal SignedIn who) {
        String code = Objects.requireNonNullElse(wanted.reason(), "");
        NuisanceMarks.Reason reason = NuisanceMarks.Reason.of(code)
                .orElseThrow(() -> Problem.invalid(
                        "reason",
                        "nuisance.reason",
                        "One of "
                                + Arrays.stream(NuisanceMarks.Reason.values())
                                        .map(NuisanceMarks.Reason::code)
                                        .collect(Collectors.joining(", "))));
        String call = Objects.requireNonNullElse(wanted.call(), "");
        if (!call.matches("[1-9]\\d{0,17}") || !isOwn(call, who)) {
            throw Problem.notFound("call.unknown");
        }
        long contact = Long.parseLong(call);
        NormalisedNumber number = log.numberOf(contact)
                .flatMap(known -> NormalisedNumber.of(known.reveal()))
                .orElseThrow(() -> Problem.conflict(
                        "nuisance.number-unknown", "The number was kept back, or is not at hand any more"));
        long mark = marks.mark(number, reason, contact, who);
        changed(who);
        return new Created(Long.toString(mark));
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable("id") String id, @RequestBody WantedTime time, @AuthenticationPrincipal SignedIn who) {
        Integer days = time.days();
        if (days == null || days < 1 || days > NuisanceMarks.MOST_DAYS) {
            throw Problem.invalid("days", "nuisance.days", "1 to " + NuisanceMarks.MOST_DAYS);
        }
        if (!marks.confirm(number(id), days, who)) {
            throw Problem.conflict(
                    "nuisance.not-waiting",
                    "No mark of this id waits to be confirmed by somebody other than who set it");
        }
        changed(who);
    }

    @PostMapping("/{id}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        if (!marks.lift(number(id), who)) {
            throw Problem.notFound("nuisance.unknown");
        }
        changed(who);
    }

    private void changed(SignedIn who) {
        desks.changed(who.client(), LiveTopic.NUISANCE_MARKS);
    }

    private static long number(String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw Problem.notFound("nuisance.unknown");
        }
        return Long.parseLong(id);
    }

    /// One that the agent has now, or has answered before.
    private boolean isOwn(String call, SignedIn who) {
        return call.equals(desk.presentCall(who))
                || calls.withId(Long.parseLong(call))
                        .filter(known -> Integer.valueOf(who.account().value()).equals(known.agent()))
                        .isPresent();
    }
}
