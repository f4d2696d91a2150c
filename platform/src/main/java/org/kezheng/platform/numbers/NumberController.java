package org.kezheng.platform.numbers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/numbers`: the register of own access numbers.
@RestController
@RequestMapping("/api/numbers")
class NumberController {
    private static final int MAX_TEXT = 100;
    /// No number was filed in the system of today before.
    private static final LocalDate FIRST_FILING = LocalDate.of(2000, 1, 1);

    private final OwnNumbers numbers;
    private final OwnNumbers.Terms terms;

    NumberController(OwnNumbers numbers, OwnNumbers.Terms terms) {
        this.numbers = numbers;
        this.terms = terms;
    }

    /// A number as it is written and read; what comes after the commitments is only read.
    record NumberView(
            @Nullable String id,
            @Nullable String number,
            @Nullable String certificate,
            @Nullable String scope,
            @Nullable String holder,
            @Nullable LocalDate filedOn,
            @Nullable String status,
            @Nullable Boolean outbound,
            @Nullable String noCallsCommitment,
            @Nullable String conductCommitment,
            @Nullable LocalDate fileBy,
            @Nullable Boolean overdue,
            @Nullable String obstacle,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable String approvedBy) {}

    record NumberList(List<NumberView> items) {}

    record Filing(@Nullable String filedOn) {}

    /// @param changedAt of the number as it was read
    record Approval(@Nullable Instant changedAt) {}

    @GetMapping
    NumberList all() {
        return new NumberList(numbers.all().stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NumberView add(@RequestBody NumberView wanted, @AuthenticationPrincipal SignedIn who) {
        String number = text("number", wanted.number());
        if (!number.matches("[0-9]{3,20}")) {
            throw Problem.invalid("number", "number.form", "3 to 20 digits, as the certificate writes it");
        }
        return numbers.add(entry(number, wanted), Actor.of(who))
                .map(this::view)
                .orElseThrow(() -> Problem.conflict("number.taken", "The number is in the register already"));
    }

    @PutMapping("/{id}")
    NumberView change(
            @PathVariable("id") String id, @RequestBody NumberView wanted, @AuthenticationPrincipal SignedIn who) {
        RegisteredNumber before = found(id);
        String number = wanted.number();
        if (number != null && !number.strip().equals(before.entry().number())) {
            throw Problem.invalid("number", "number.fixed", "No number becomes another one; register the other one");
        }
        return numbers.change(before.id(), entry(before.entry().number(), wanted), Actor.of(who))
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("number.unknown"));
    }

    /// What has changed so far was filed in the code number resource system.
    @PostMapping("/{id}/filing")
    NumberView filed(@PathVariable("id") String id, @RequestBody Filing filing, @AuthenticationPrincipal SignedIn who) {
        RegisteredNumber before = found(id);
        LocalDate day = day(filing.filedOn());
        if (before.fileBy() == null) {
            throw Problem.conflict("number.nothing-to-file", "All changes of the number are filed");
        }
        return numbers.filed(before.id(), day, Actor.of(who))
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("number.unknown"));
    }

    /// A second person has read the number, and lets it be sent.
    @PostMapping("/{id}/approval")
    NumberView approve(
            @PathVariable("id") String id, @RequestBody Approval approval, @AuthenticationPrincipal SignedIn who) {
        RegisteredNumber before = found(id);
        Instant read = approval.changedAt();
        if (read == null) {
            throw Problem.invalid("changedAt", "field.required", "The field is missing");
        }
        if (!read.equals(before.changedAt())) {
            throw Problem.conflict("number.changed", "The number was changed since you read it; read it again");
        }
        if (before.changedBy().equals(who.user())) {
            throw Problem.conflict("number.same-person", "Somebody else has to approve what you have changed");
        }
        if (!numbers.approve(before.id(), read, Actor.of(who))) {
            throw Problem.conflict(
                    "number.not-to-approve",
                    "It is approved already, or its papers do not let it be sent; see obstacle");
        }
        return view(found(id));
    }

    private RegisteredNumber found(String id) {
        try {
            return numbers.find(Long.parseLong(id)).orElseThrow(() -> Problem.notFound("number.unknown"));
        } catch (NumberFormatException notANumber) {
            throw Problem.invalid("id", "field.id", "An id is a positive whole number");
        }
    }

    private LocalDate day(@Nullable String written) {
        try {
            LocalDate day = LocalDate.parse(Objects.requireNonNullElse(written, ""));
            if (!day.isAfter(terms.today()) && !day.isBefore(FIRST_FILING)) {
                return day;
            }
        } catch (DateTimeException wrong) {
            // Answered below, as any other wrong day.
        }
        throw Problem.invalid("filedOn", "number.filing-day", "A day from 2000 up to today, such as 2026-11-23");
    }

    private @Nullable LocalDate filedUpToToday(@Nullable LocalDate day) {
        return day == null ? null : day(day.toString());
    }

    private NumberEntry entry(String number, NumberView wanted) {
        NumberEntry.Status status = NumberEntry.Status.of(wanted.status());
        if (status == null) {
            throw Problem.invalid("status", "number.status", "planned, in-use, suspended or returned");
        }
        return new NumberEntry(
                number,
                text("certificate", wanted.certificate()),
                text("scope", wanted.scope()),
                text("holder", wanted.holder()),
                filedUpToToday(wanted.filedOn()),
                status,
                Boolean.TRUE.equals(wanted.outbound()),
                text("noCallsCommitment", wanted.noCallsCommitment()),
                text("conductCommitment", wanted.conductCommitment()));
    }

    private static String text(String field, @Nullable String value) {
        String text = Objects.requireNonNullElse(value, "").strip();
        if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(field, "number.text", "At most " + MAX_TEXT + " characters on one line");
        }
        return text;
    }

    private NumberView view(RegisteredNumber one) {
        NumberEntry entry = one.entry();
        LocalDate fileBy = one.fileBy();
        return new NumberView(
                Long.toString(one.id()),
                entry.number(),
                entry.certificate(),
                entry.scope(),
                entry.holder(),
                entry.filedOn(),
                entry.status().code(),
                entry.isOutbound(),
                entry.noCallsCommitment(),
                entry.conductCommitment(),
                fileBy,
                fileBy != null && fileBy.isBefore(terms.today()),
                one.obstacle(),
                one.changedAt(),
                one.changedBy(),
                one.approvedBy());
    }
}
