package org.kezheng.platform.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.consents.Consents;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.gate.NumberChoice;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.platform.gate.Vouchers;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.secret.SecretString;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agent/appointments`: the agent's own appointments to call back.
@RestController
@RequestMapping("/api/agent/appointments")
class AppointmentController {
    private static final Duration AHEAD = Duration.ofDays(90);
    private static final int MAX_NOTE = 500;

    private final Appointments appointments;
    private final OwnCalls calls;
    private final NumberChoice numbers;
    private final Gate gate;
    private final Consents consents;
    private final Directory directory;
    private final ConfidentialLog log;

    AppointmentController(
            Appointments appointments,
            OwnCalls calls,
            NumberChoice numbers,
            Gate gate,
            Consents consents,
            Directory directory,
            ConfidentialLog log) {
        this.appointments = appointments;
        this.calls = calls;
        this.numbers = numbers;
        this.gate = gate;
        this.consents = consents;
        this.directory = directory;
        this.log = log;
    }

    record WantedAppointment(
            @Nullable String number,
            @Nullable String customer,
            @Nullable String call,
            @Nullable String voucher,
            @Nullable Instant dueAt,
            @Nullable String note,
            @Nullable String queue) {
        @Override
        public String toString() {
            return "WantedAppointment[REDACTED]";
        }
    }

    record WantedTime(@Nullable Instant dueAt) {}

    record AppointmentView(
            String id,
            String number,
            @Nullable String customer,
            Instant dueAt,
            boolean due,
            String note,
            String queue,
            String state,
            String outcome,
            @Nullable String call) {
        @Override
        public String toString() {
            return "AppointmentView[" + id + "]";
        }
    }

    record AppointmentList(List<AppointmentView> items) {}

    @GetMapping
    AppointmentList own(@AuthenticationPrincipal SignedIn who) {
        return new AppointmentList(appointments.of(who).stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AppointmentView make(@RequestBody WantedAppointment wanted, @AuthenticationPrincipal SignedIn who) {
        Instant dueAt = time(wanted.dueAt());
        String note = Objects.requireNonNullElse(wanted.note(), "").strip();
        if (note.length() > MAX_NOTE) {
            throw Problem.invalid("note", "appointment.note", "At most " + MAX_NOTE + " characters");
        }
        String queue = queue(wanted.queue(), who);
        if (hasText(wanted.call()) && (hasText(wanted.number()) || hasText(wanted.customer()))) {
            throw Problem.invalid(
                    "call", "appointment.whom", "Either a call of the agent's own, or a number or customer");
        }
        Long call = wanted.call() == null || wanted.call().isBlank() ? null : ownCall(wanted.call(), who);
        NormalisedNumber number = call == null ? numbers.normal(wanted.number(), wanted.customer()) : numberOf(call);
        boolean hasConsent = hasText(wanted.voucher());
        if (call != null && !hasConsent && gate.isCallOut(call)) {
            throw Problem.invalid(
                    "voucher",
                    "appointment.consent",
                    "The call was made to the customer; name the consent to call again");
        }
        Voucher voucher =
                call != null && !hasConsent ? new Voucher.OwnRequest(call) : consent(wanted.voucher(), number);
        return view(appointments.make(
                new NewAppointment(
                        new SecretString(number.reveal()),
                        customer(wanted.customer()),
                        dueAt,
                        new SecretString(note),
                        queue,
                        voucher),
                who));
    }

    @PutMapping("/{id}")
    AppointmentView move(
            @PathVariable("id") String id, @RequestBody WantedTime wanted, @AuthenticationPrincipal SignedIn who) {
        return view(appointments
                .move(id(id), time(wanted.dueAt()), who)
                .orElseThrow(() -> Problem.notFound("appointment.unknown")));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        if (!appointments.cancel(id(id), who)) {
            throw Problem.notFound("appointment.unknown");
        }
    }

    private Instant time(@Nullable Instant wanted) {
        Instant now = appointments.now();
        if (wanted == null || wanted.isBefore(now) || wanted.isAfter(now.plus(AHEAD))) {
            throw Problem.invalid("dueAt", "appointment.time", "A time from now to 90 days ahead");
        }
        return wanted;
    }

    /// The queue that was named, or the first one that the agent serves, or the client's first.
    private String queue(@Nullable String wanted, SignedIn who) {
        List<Definition.QueueEntry> queues = directory.queuesOf(who.client());
        int agent = Math.toIntExact(who.account().value());
        Optional<Definition.QueueEntry> found = wanted == null || wanted.isBlank()
                ? queues.stream()
                        .filter(queue -> directory.agentsServing(queue).contains(agent))
                        .findFirst()
                        .or(() -> queues.stream().findFirst())
                : queues.stream().filter(queue -> queue.code().equals(wanted)).findFirst();
        return found.map(Definition.QueueEntry::code)
                .orElseThrow(() -> Problem.invalid("queue", "appointment.queue", "The code of a queue"));
    }

    /// A call that the agent has or had.
    private long ownCall(String written, SignedIn who) {
        if (!written.matches("[1-9]\\d{0,17}") || !calls.isOf(Long.parseLong(written), who)) {
            throw Problem.invalid("call", "appointment.call", "A call of the agent's own");
        }
        return Long.parseLong(written);
    }

    private NormalisedNumber numberOf(long call) {
        return log.numberOf(call)
                .flatMap(number -> NormalisedNumber.of(number.reveal()))
                .orElseThrow(() -> Problem.invalid("call", "appointment.number", "The caller sent no number"));
    }

    /// Whether it still counts is for the gate to say when the call is made.
    private Voucher consent(@Nullable String written, NormalisedNumber number) {
        Voucher voucher = Vouchers.consent(written);
        if (voucher instanceof Voucher.Consent(var id)
                && consents.standing(id, number)
                        .filter(Consents.ConsentStanding::isOfNumber)
                        .isEmpty()) {
            throw Problem.invalid("voucher", "gate.voucher-id", "The id of a consent to call this number");
        }
        return voucher;
    }

    private static boolean hasText(@Nullable String written) {
        return written != null && !written.isBlank();
    }

    private static @Nullable Long customer(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        if (!written.matches("[1-9]\\d{0,17}")) {
            throw Problem.invalid("customer", "customer.unknown", "The id of a customer");
        }
        return Long.parseLong(written);
    }

    private static long id(String written) {
        if (written.matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(written);
        }
        throw Problem.notFound("appointment.unknown");
    }

    private AppointmentView view(Appointment one) {
        Long customer = one.customer();
        Long contact = one.contact();
        return new AppointmentView(
                Long.toString(one.id()),
                one.maskedNumber(),
                customer == null ? null : Long.toString(customer),
                one.dueAt(),
                one.state() == Appointment.State.SCHEDULED && !one.dueAt().isAfter(appointments.now()),
                one.note(),
                one.queue(),
                one.state().code(),
                one.outcome(),
                contact == null ? null : Long.toString(contact));
    }
}
