package org.kezheng.platform.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.ConsentId;
import org.kezheng.crm.consents.Consents;
import org.kezheng.crm.consents.Purpose;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/consents`: vouchers of what people agreed to.
@RestController
@RequestMapping("/api/consents")
class ConsentController {
    /// No consent that still counts was given before.
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Set<String> MEANS = Set.of("call", "web", "written", "message");

    private final Consents consents;
    private final NumberChoice numbers;
    private final CallChoice calls;
    private final ParameterChanges parameters;
    private final Clock clock;

    ConsentController(
            Consents consents, NumberChoice numbers, CallChoice calls, ParameterChanges parameters, Clock clock) {
        this.consents = consents;
        this.numbers = numbers;
        this.calls = calls;
        this.parameters = parameters;
        this.clock = clock;
    }

    record WantedConsent(
            @Nullable String number,
            @Nullable String customer,
            @Nullable String purpose,
            @Nullable String means,
            @Nullable String call,
            @Nullable String textVersion,
            @Nullable Instant givenAt) {
        @Override
        public String toString() {
            return "WantedConsent[REDACTED]";
        }
    }

    record ConsentRow(
            String id,
            String number,
            String purpose,
            String means,
            @Nullable String call,
            String textVersion,
            Instant givenAt,
            Instant expiresAt,
            String recordedBy,
            @Nullable Instant withdrawnAt) {
        static ConsentRow of(Consents.ConsentView one) {
            Long contact = one.contact();
            return new ConsentRow(
                    Long.toString(one.id().value()),
                    one.maskedNumber(),
                    one.purpose(),
                    one.means(),
                    contact == null ? null : Long.toString(contact),
                    one.textVersion(),
                    one.givenAt(),
                    one.expiresAt(),
                    one.recordedBy(),
                    one.withdrawnAt());
        }
    }

    record ConsentList(List<ConsentRow> items) {}

    record Created(String id) {}

    record Search(@Nullable String number, @Nullable String customer) {
        @Override
        public String toString() {
            return "Search[REDACTED]";
        }
    }

    @GetMapping
    ConsentList newest() {
        return new ConsentList(consents.newest().stream().map(ConsentRow::of).toList());
    }

    /// A POST, so that a number never stands in a URL.
    @PostMapping("/search")
    ConsentList search(@RequestBody Search search) {
        return new ConsentList(consents.ofNumber(numbers.normal(search.number(), search.customer())).stream()
                .map(ConsentRow::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created record(@RequestBody WantedConsent wanted, @AuthenticationPrincipal SignedIn who) {
        Purpose purpose = Purpose.of(Objects.requireNonNullElse(wanted.purpose(), ""))
                .orElseThrow(() ->
                        Problem.invalid("purpose", "gate.purpose", "callback, information, service-notice or survey"));
        String means = Objects.requireNonNullElse(wanted.means(), "");
        if (!MEANS.contains(means)) {
            throw Problem.invalid("means", "consent.means", "call, web, written or message");
        }
        String text = Objects.requireNonNullElse(wanted.textVersion(), "");
        if (!text.matches("[A-Za-z0-9._-]{1,40}")) {
            throw Problem.invalid("textVersion", "consent.text-version", "The version of the text agreed to");
        }
        Instant now = clock.instant();
        Instant given = Objects.requireNonNullElse(wanted.givenAt(), now);
        if (given.isAfter(now) || given.isBefore(FIRST)) {
            throw Problem.invalid("givenAt", "consent.given-at", "A time from 2000 on, and before it is recorded");
        }
        Duration validity = Duration.ofDays(parameters.inForce().number(GateParameter.CONSENT_VALIDITY_DAYS));
        Consents.NewConsent consent = new Consents.NewConsent(
                numbers.normal(wanted.number(), wanted.customer()),
                purpose,
                means,
                calls.known(wanted.call()),
                text,
                given,
                given.plus(validity));
        return new Created(Long.toString(consents.record(consent, who).value()));
    }

    /// Withdrawing is as easy as giving: no reason is asked for.
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        boolean isWithdrawn = id.matches("[1-9]\\d{0,17}") && consents.withdraw(new ConsentId(Long.parseLong(id)), who);
        if (!isWithdrawn) {
            throw Problem.notFound("consent.unknown");
        }
    }
}
