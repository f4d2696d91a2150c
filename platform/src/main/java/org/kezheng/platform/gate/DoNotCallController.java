package org.kezheng.platform.gate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.DoNotCall;
import org.kezheng.crm.consents.RefusalView;
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

/// `/api/do-not-call`: who is not to be called.
@RestController
@RequestMapping("/api/do-not-call")
class DoNotCallController {
    private static final Set<String> REASONS = Set.of("person-refused", "complaint", "regulator", "wrong-person");

    private final DoNotCall refusals;
    private final NumberChoice numbers;
    private final CallChoice calls;

    DoNotCallController(DoNotCall refusals, NumberChoice numbers, CallChoice calls) {
        this.refusals = refusals;
        this.numbers = numbers;
        this.calls = calls;
    }

    record WantedRefusal(
            @Nullable String number,
            @Nullable String customer,
            @Nullable String reason,
            @Nullable String call) {
        @Override
        public String toString() {
            return "WantedRefusal[REDACTED]";
        }
    }

    record RefusalRow(
            String id,
            String number,
            String reason,
            String addedBy,
            Instant addedAt,
            @Nullable Instant reversedAt) {
        static RefusalRow of(RefusalView one) {
            return new RefusalRow(
                    Long.toString(one.id()),
                    one.maskedNumber(),
                    one.reason(),
                    one.addedBy(),
                    one.addedAt(),
                    one.reversedAt());
        }
    }

    record RefusalList(List<RefusalRow> items) {}

    record Created(String id) {}

    @GetMapping
    RefusalList newest() {
        return new RefusalList(refusals.newest().stream().map(RefusalRow::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@RequestBody WantedRefusal wanted, @AuthenticationPrincipal SignedIn who) {
        String reason = Objects.requireNonNullElse(wanted.reason(), "");
        if (!REASONS.contains(reason)) {
            throw Problem.invalid(
                    "reason", "do-not-call.reason", "person-refused, complaint, regulator or wrong-person");
        }
        long id = refusals.add(
                numbers.normal(wanted.number(), wanted.customer()), reason, calls.known(wanted.call()), who);
        return new Created(Long.toString(id));
    }

    /// The person asked to be called again.
    @PostMapping("/{id}/reversal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reverse(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        boolean isReversed = id.matches("[1-9]\\d{0,17}") && refusals.reverse(Long.parseLong(id), who);
        if (!isReversed) {
            throw Problem.notFound("do-not-call.unknown");
        }
    }
}
