package org.kezheng.platform.retention;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.LedgerText;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How long a call's recordings are kept, and the holds that stop the clock.
@RestController
class RetentionController {
    private static final int MAX_REFERENCE = 80;
    private static final int MAX_DIGITS = 18;

    private final Holds holds;
    private final Terms.Source terms;
    private final Calls calls;

    RetentionController(Holds holds, Terms.Source terms, Calls calls) {
        this.holds = holds;
        this.terms = terms;
        this.calls = calls;
    }

    record ReasonView(String cause, String reference, String by, Instant at) {
        static ReasonView of(Hold.Reason reason) {
            return new ReasonView(reason.cause(), reason.reference(), reason.by(), reason.at());
        }
    }

    record HoldView(
            String id,
            String call,
            ReasonView set,
            @Nullable ReasonView lifted) {
        static HoldView of(Hold hold) {
            Hold.Reason lifted = hold.lifted();
            return new HoldView(
                    Long.toString(hold.id()),
                    Long.toString(hold.contact()),
                    ReasonView.of(hold.set()),
                    lifted == null ? null : ReasonView.of(lifted));
        }
    }

    record HoldList(List<HoldView> items) {}

    record TalkView(
            String offer,
            String direction,
            String rule,
            int days,
            Instant dueAt,
            @Nullable Instant destroyedAt) {
        static TalkView of(Kept kept, Terms terms) {
            return new TalkView(
                    Long.toString(kept.name().offer()),
                    kept.direction().code(),
                    kept.direction().rule(),
                    terms.days(kept.direction()),
                    kept.dueAt(terms),
                    kept.destroyedAt());
        }
    }

    record RetentionView(boolean held, List<TalkView> talks, List<HoldView> holds) {}

    record Wanted(@Nullable String cause, @Nullable String reference) {}

    @GetMapping("/api/calls/{id}/retention")
    RetentionView retention(@PathVariable("id") String id) {
        Holds.Standing standing = holds.of(call(id));
        Terms now = terms.get();
        return new RetentionView(
                standing.isHeld(),
                standing.recordings().stream()
                        .map(kept -> TalkView.of(kept, now))
                        .toList(),
                standing.holds().stream().map(HoldView::of).toList());
    }

    @GetMapping("/api/holds")
    HoldList inForce() {
        return new HoldList(holds.inForce().stream().map(HoldView::of).toList());
    }

    @PostMapping("/api/calls/{id}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    HoldView set(@PathVariable("id") String id, @RequestBody Wanted wanted, @AuthenticationPrincipal SignedIn who) {
        Call call = record(id);
        boolean isUnanswered = call.endedAt() != null && call.answeredAt() == null;
        if (isUnanswered && holds.of(call.contact()).recordings().isEmpty()) {
            throw Problem.conflict(
                    "hold.nothing", "Nobody answered the call and no message was left: it has no recording to hold");
        }
        return holds.set(call.contact(), wish(wanted, false), who)
                .map(HoldView::of)
                .orElseThrow(() -> Problem.conflict(
                        "hold.nothing-left", "Every recording of the call was due and is destroyed already"));
    }

    @PostMapping("/api/calls/{id}/holds/{hold}/release")
    HoldView lift(
            @PathVariable("id") String id,
            @PathVariable("hold") String hold,
            @RequestBody Wanted wanted,
            @AuthenticationPrincipal SignedIn who) {
        return holds.lift(call(id), number(hold, "hold.unknown"), wish(wanted, true), who)
                .map(HoldView::of)
                .orElseThrow(() -> Problem.notFound("hold.unknown"));
    }

    private long call(String id) {
        return record(id).contact();
    }

    private Call record(String id) {
        return calls.withId(number(id, "call.unknown")).orElseThrow(() -> Problem.notFound("call.unknown"));
    }

    private static long number(String written, String rule) {
        if (written.length() > MAX_DIGITS || !written.matches("[0-9]+")) {
            throw Problem.notFound(rule);
        }
        return Long.parseLong(written);
    }

    private static Holds.Wish wish(Wanted wanted, boolean isEnd) {
        HoldCause cause = HoldCause.of(Objects.requireNonNullElse(wanted.cause(), ""))
                .filter(code -> code.isEnd() == isEnd)
                .orElseThrow(() -> Problem.invalid(
                        "cause",
                        "hold.cause",
                        isEnd
                                ? "One of: closed, mistake"
                                : "One of: litigation, complaint, inspection, police, incident"));
        String reference = Objects.requireNonNullElse(wanted.reference(), "").strip();
        if (reference.length() > MAX_REFERENCE || !LedgerText.fits(reference)) {
            throw Problem.invalid(
                    "reference",
                    "hold.reference",
                    "The file's number, 1 to 80 characters, about 20 where they are Chinese; no names");
        }
        return new Holds.Wish(cause, reference);
    }
}
