package org.kezheng.platform.customers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.crm.customers.CustomerView;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.verification.SecretKind;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.platform.desk.ClickToCall;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/calls/{id}/verification`: the agent asks the caller of the own call for what only the customer knows.
/// What was said comes in, is compared, and goes nowhere.
@RestController
class VerificationController {
    private final Verifications verifications;
    private final Customers customers;
    private final ConfidentialLog log;
    private final ClickToCall desk;

    VerificationController(Verifications verifications, Customers customers, ConfidentialLog log, ClickToCall desk) {
        this.verifications = verifications;
        this.customers = customers;
        this.log = log;
        this.desk = desk;
    }

    /// @param asks how many facts have to be asked
    /// @param kinds of which facts
    /// @param state `none` (the customer has no facts), `open`, `passed` or `locked`
    record Standing(
            String customer,
            int asks,
            List<String> kinds,
            String state,
            int left,
            @Nullable Instant lockedUntil) {}

    record Answers(@Nullable Map<String, String> answers) {
        @Override
        public String toString() {
            return "Answers[REDACTED]";
        }
    }

    record Fact(@Nullable String value) {
        @Override
        public String toString() {
            return "Fact[REDACTED]";
        }
    }

    @GetMapping("/api/calls/{id}/verification")
    Standing standing(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        long contact = own(id, who);
        return view(customerOf(contact), contact);
    }

    @PostMapping("/api/calls/{id}/verification")
    Standing verify(@PathVariable("id") String id, @RequestBody Answers said, @AuthenticationPrincipal SignedIn who) {
        long contact = own(id, who);
        Map<SecretKind, SecretString> facts = facts(said);
        CustomerId customer = customerOf(contact);
        Verifications.Result result = verifications.verify(customer, new CallId(contact), facts, who);
        if (result instanceof Verifications.Result.NotAsked) {
            throw notAsked(verifications.standing(customer, new CallId(contact)));
        }
        return view(customer, contact);
    }

    private static Problem notAsked(Verifications.Standing standing) {
        List<String> kinds = standing.kinds().stream().map(SecretKind::code).toList();
        String wanted = kinds.isEmpty() ? "The customer has no facts to ask for" : standing.asked() + " of " + kinds;
        return Problem.invalid("answers", "verification.facts", wanted);
    }

    /// Keeps a fact of the customer, which nobody can read again.
    @PutMapping("/api/customers/{id}/facts/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(
            @PathVariable("id") String id,
            @PathVariable("kind") String kind,
            @RequestBody Fact fact,
            @AuthenticationPrincipal SignedIn who) {
        CustomerId customer = Optional.of(id)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(text -> new CustomerId(Long.parseLong(text)))
                .filter(known -> customers.find(known).isPresent())
                .orElseThrow(() -> Problem.notFound("customer.unknown"));
        SecretKind of = SecretKind.of(kind).orElseThrow(() -> Problem.notFound("verification.kind"));
        SecretString value = new SecretString(Objects.requireNonNullElse(fact.value(), ""));
        verifications.keep(customer, of, value, who).ifPresent(problem -> {
            throw Problem.invalid(problem.field(), problem.rule(), problem.explanation());
        });
    }

    private Standing view(CustomerId customer, long contact) {
        Verifications.Standing now = verifications.standing(customer, new CallId(contact));
        return new Standing(
                Long.toString(customer.value()),
                now.asked(),
                now.kinds().stream().map(SecretKind::code).toList(),
                state(now),
                now.left(),
                now.lockedUntil());
    }

    private static String state(Verifications.Standing now) {
        if (now.isPassed()) {
            return "passed";
        }
        if (now.lockedUntil() != null) {
            return "locked";
        }
        return now.asked() == 0 ? "none" : "open";
    }

    private static Map<SecretKind, SecretString> facts(Answers said) {
        Map<SecretKind, SecretString> facts = new EnumMap<>(SecretKind.class);
        Objects.requireNonNullElse(said.answers(), Map.<String, String>of()).forEach((code, answer) -> {
            SecretKind kind = SecretKind.of(code)
                    .orElseThrow(() -> Problem.invalid(
                            "answers", "verification.kind", "Kinds of facts are pin, document and birthday"));
            if (answer != null && !answer.isBlank()) {
                facts.put(kind, new SecretString(answer));
            }
        });
        return facts;
    }

    private long own(String id, SignedIn who) {
        if (!id.matches("[1-9]\\d{0,17}") || !id.equals(desk.presentCall(who))) {
            throw Problem.notFound("call.unknown");
        }
        return Long.parseLong(id);
    }

    private CustomerId customerOf(long contact) {
        return log.numberOf(contact)
                .flatMap(customers::findByNumber)
                .map(CustomerView::id)
                .orElseThrow(() -> Problem.conflict("verification.stranger", "The caller's number is no customer's"));
    }
}
