package org.kezheng.platform.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.WrittenTimes;
import org.kezheng.platform.numbers.OwnNumbers;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.LedgerText;
import org.kezheng.security.secret.SecretString;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/gate`: the rules' parameters and their changes, the recorded decisions, and trying a leg without a call.
@RestController
@RequestMapping("/api/gate")
class GateController {
    private static final int MAX_BASIS = 120;
    private static final int WEEK = 7;

    private final Gate gate;
    private final ParameterChanges parameters;
    private final NumberChoice numbers;
    private final AlarmWatch alarms;
    private final OwnNumbers.Terms terms;

    GateController(
            Gate gate, ParameterChanges parameters, NumberChoice numbers, AlarmWatch alarms, OwnNumbers.Terms terms) {
        this.gate = gate;
        this.parameters = parameters;
        this.alarms = alarms;
        this.numbers = numbers;
        this.terms = terms;
    }

    record ParameterView(String key, String value, String initial, String bound, String confidence) {}

    record ChangeView(
            String id,
            String parameter,
            String value,
            String basis,
            String proposedBy,
            Instant proposedAt,
            String state,
            @Nullable String decidedBy) {
        static ChangeView of(ParameterChange change) {
            return new ChangeView(
                    Long.toString(change.id()),
                    change.parameter().key(),
                    change.value(),
                    change.basis(),
                    change.proposedBy(),
                    change.proposedAt(),
                    change.state().code(),
                    change.decidedBy());
        }
    }

    record GateView(List<ParameterView> parameters, List<String> rules, List<ChangeView> changes) {}

    record WantedChange(
            @Nullable String parameter,
            @Nullable String value,
            @Nullable String basis) {}

    record Decision(@Nullable String decision) {}

    record DecisionView(
            String id,
            Instant at,
            String stage,
            String way,
            String purpose,
            String number,
            @Nullable String ownNumber,
            String voucher,
            @Nullable String call,
            String askedBy,
            boolean allowed,
            List<String> rules) {
        static DecisionView of(GateRecord one) {
            Long contact = one.contact();
            return new DecisionView(
                    Long.toString(one.id()),
                    one.at(),
                    one.stage(),
                    one.way(),
                    one.purpose(),
                    one.maskedNumber(),
                    one.ownNumber(),
                    one.voucher(),
                    contact == null ? null : Long.toString(contact),
                    one.askedBy(),
                    one.isAllowed(),
                    one.rules());
        }
    }

    record DecisionList(List<DecisionView> items) {}

    /// Days of the site; a number prints as nothing.
    record WantedDecisions(
            @Nullable String from,
            @Nullable String until,
            @Nullable String outcome,
            @Nullable String rule,
            @Nullable String number) {
        @Override
        public String toString() {
            return "WantedDecisions[REDACTED]";
        }
    }

    record Trial(
            @Nullable String number,
            @Nullable String purpose,
            @Nullable String voucher,
            @Nullable String ownNumber) {
        @Override
        public String toString() {
            return "Trial[REDACTED]";
        }
    }

    record TrialView(
            boolean allowed, String decision, @Nullable String ownNumber, List<String> rules) {}

    @GetMapping
    GateView view() {
        GateParameters now = parameters.inForce();
        List<ParameterView> values = Arrays.stream(GateParameter.values())
                .map(one -> new ParameterView(
                        one.key(),
                        now.value(one),
                        one.initial(),
                        one.bound(),
                        one.confidence() == GateParameter.Confidence.VERIFIED ? "verified" : "choice"))
                .toList();
        return new GateView(
                values,
                Arrays.stream(GateRule.values()).map(GateRule::id).toList(),
                parameters.newest().stream().map(ChangeView::of).toList());
    }

    /// What tightens is in force at once; what loosens waits for a second person.
    @PostMapping("/changes")
    ChangeView propose(@RequestBody WantedChange wanted, @AuthenticationPrincipal SignedIn who) {
        GateParameter parameter = GateParameter.of(Objects.requireNonNullElse(wanted.parameter(), ""))
                .orElseThrow(() -> Problem.invalid("parameter", "gate.parameter", "One of the gate's parameters"));
        String value = Objects.requireNonNullElse(wanted.value(), "").strip();
        ParameterOutcome outcome = parameters.propose(parameter, value, basis(wanted.basis()), who);
        alarms.touch();
        return view(outcome);
    }

    @PostMapping("/changes/{id}/decision")
    ChangeView decide(
            @PathVariable("id") String id, @RequestBody Decision wanted, @AuthenticationPrincipal SignedIn who) {
        ParameterChange.State to = switch (Objects.requireNonNullElse(wanted.decision(), "")) {
            case "approved" -> ParameterChange.State.IN_FORCE;
            case "rejected" -> ParameterChange.State.REJECTED;
            default -> throw Problem.invalid("decision", "gate.decision", "approved or rejected");
        };
        ParameterOutcome outcome = parameters.decide(id(id), to, who);
        alarms.touch();
        return view(outcome);
    }

    @GetMapping("/decisions")
    DecisionList decisions() {
        return new DecisionList(gate.newest().stream().map(DecisionView::of).toList());
    }

    /// A POST, so that a number never stands in a URL.
    @PostMapping("/decisions/search")
    DecisionList search(@RequestBody WantedDecisions wanted) {
        LocalDate until =
                day("until", wanted.until(), LocalDate.now(terms.clock().withZone(terms.zone())));
        LocalDate from = day("from", wanted.from(), until.minusDays(WEEK));
        if (from.isAfter(until)) {
            throw Problem.invalid("from", "gate.span", "A day that is not after the last one");
        }
        String outcome = Objects.requireNonNullElse(wanted.outcome(), "all");
        if (!List.of("all", "allowed", "refused").contains(outcome)) {
            throw Problem.invalid("outcome", "gate.outcome", "all, allowed or refused");
        }
        GateSearch search = new GateSearch(
                from.atStartOfDay(terms.zone()).toInstant(),
                until.plusDays(1).atStartOfDay(terms.zone()).toInstant(),
                outcome.equals("all") ? null : outcome.equals("allowed"),
                rule(wanted.rule()),
                number(wanted.number()));
        return new DecisionList(
                gate.matching(search).stream().map(DecisionView::of).toList());
    }

    private static LocalDate day(String field, @Nullable String written, LocalDate otherwise) {
        return written == null || written.isBlank() ? otherwise : WrittenTimes.day(field, "gate.day", written);
    }

    private static @Nullable GateRule rule(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return Arrays.stream(GateRule.values())
                .filter(rule -> rule.id().equals(written))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("rule", "gate.rule", "One of the gate's rules"));
    }

    private @Nullable SecretString number(@Nullable String written) {
        return written == null || written.isBlank()
                ? null
                : new SecretString(numbers.normal(written, null).reveal());
    }

    /// Would this leg be let out now? Nothing is dialled; the trial is recorded as one.
    @PostMapping("/trials")
    TrialView tryOut(@RequestBody Trial trial, @AuthenticationPrincipal SignedIn who) {
        if (trial.number() == null || trial.number().isBlank()) {
            throw Problem.invalid("number", "field.required", "The field is missing");
        }
        GateRequest request = new GateRequest(
                Way.CONSOLE,
                Objects.requireNonNullElse(trial.purpose(), ""),
                new SecretString(trial.number()),
                Vouchers.consent(trial.voucher()),
                trial.ownNumber(),
                null,
                who.user(),
                GateRequest.Stage.ASKED);
        return switch (gate.decide(request)) {
            case GateDecision.Allowed(var id, var own) -> new TrialView(true, Long.toString(id), own, List.of());
            case GateDecision.Refused(var id, var failures) ->
                new TrialView(
                        false,
                        Long.toString(id),
                        null,
                        failures.stream().map(GateRecords::text).toList());
        };
    }

    private static ChangeView view(ParameterOutcome outcome) {
        return switch (outcome) {
            case ParameterOutcome.Taken(var change) -> ChangeView.of(change);
            case ParameterOutcome.Invalid(var parameter) ->
                throw Problem.invalid(
                        "value",
                        parameter.boundRule(),
                        "No value of " + parameter.key() + ", or beyond its bound " + parameter.bound());
            case ParameterOutcome.UnknownQueues(var parameter, var unknown, var queues) ->
                throw Problem.unknownCodes(
                        "value",
                        "gate.parameter-queue",
                        parameter.key() + " names queues that are not there: " + String.join(", ", unknown)
                                + ". Codes of queues, parted by commas, or none: " + String.join(", ", queues),
                        unknown);
            case ParameterOutcome.Same same ->
                throw Problem.conflict("gate.parameter-same", "The value is in force already");
            case ParameterOutcome.Unknown unknown -> throw Problem.notFound("gate.change-unknown");
            case ParameterOutcome.SamePerson same ->
                throw Problem.conflict(
                        "gate.second-person", "Who asked for a loosening cannot approve it; a second person has to");
        };
    }

    private static String basis(@Nullable String written) {
        String basis = Objects.requireNonNullElse(written, "").strip();
        if (basis.length() > MAX_BASIS || !LedgerText.fits(basis)) {
            throw Problem.invalid(
                    "basis", "gate.basis", "Why: 1 to " + MAX_BASIS + " characters, about 20 where they are Chinese");
        }
        return basis;
    }

    private static long id(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException wrong) {
            throw Problem.invalid("id", "field.id", "An id is a positive whole number");
        }
    }
}
