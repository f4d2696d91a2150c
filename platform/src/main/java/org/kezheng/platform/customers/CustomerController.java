package org.kezheng.platform.customers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CallNote;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CustomerCreation;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.crm.customers.CustomerView;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.customers.DisclosureOutcome;
import org.kezheng.crm.customers.NewCustomer;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.platform.desk.ClickToCall;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.validation.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/customers`.
@RestController
class CustomerController {
    private static final int PAGE = 50;
    private static final int NOTES = 100;

    private final Customers customers;
    private final CallNotes notes;
    private final Verifications verifications;
    private final ClickToCall desk;

    CustomerController(Customers customers, CallNotes notes, Verifications verifications, ClickToCall desk) {
        this.customers = customers;
        this.notes = notes;
        this.verifications = verifications;
        this.desk = desk;
    }

    record Note(String call, Instant at, String agent, String disposition, String text) {}

    record Customer(String id, String name, String number, boolean vip, List<Note> notes) {
        Customer {
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "Customer[" + id + "]";
        }
    }

    record Page(List<Customer> items, @Nullable String next) {}

    record Creation(@Nullable String name, @Nullable String number) {
        @Override
        public String toString() {
            return "Creation[REDACTED]";
        }
    }

    /// @param call in which the caller was verified, in place of a reason
    record Reason(@Nullable String reason, @Nullable String call) {}

    record WantedGrade(@Nullable Boolean vip) {}

    record Clear(String name, String number) {
        @Override
        public String toString() {
            return "Clear[REDACTED]";
        }
    }

    record Search(@Nullable String number) {
        @Override
        public String toString() {
            return "Search[REDACTED]";
        }
    }

    @GetMapping("/api/customers")
    Page page(@RequestParam(name = "after", required = false) @Nullable String after) {
        List<CustomerView> page = customers.page(after == null ? 0 : id("after", after), PAGE);
        String next =
                page.size() < PAGE ? null : Long.toString(page.getLast().id().value());
        return new Page(page.stream().map(this::withoutNotes).toList(), next);
    }

    /// A search is a POST, so that a number never stands in a URL, and so in no log of any proxy.
    @PostMapping("/api/customers/search")
    Page search(@RequestBody Search search) {
        if (search.number() == null || search.number().isBlank()) {
            throw Problem.invalid("number", "field.required", "The field is missing");
        }
        List<Customer> found = customers.findByNumber(new SecretString(search.number())).stream()
                .map(this::withoutNotes)
                .toList();
        return new Page(found, null);
    }

    @GetMapping("/api/customers/{id}")
    Customer one(@PathVariable("id") String id) {
        CustomerView view =
                customers.find(new CustomerId(id("id", id))).orElseThrow(() -> Problem.notFound("customer.unknown"));
        return new Customer(
                Long.toString(view.id().value()),
                view.maskedName(),
                view.maskedNumber(),
                view.isVip(),
                notes.ofCustomer(view.id(), NOTES).stream()
                        .map(CustomerController::note)
                        .toList());
    }

    @PostMapping("/api/customers")
    @ResponseStatus(HttpStatus.CREATED)
    Customer create(@RequestBody Creation creation) {
        NewCustomer wanted = new NewCustomer(secret(creation.name()), secret(creation.number()));
        return switch (customers.create(wanted)) {
            case CustomerCreation.Created created -> withoutNotes(created.customer());
            case CustomerCreation.Rejected rejected ->
                throw invalid(rejected.problems().getFirst());
        };
    }

    /// Says whether calls of the customer go before others, where a flow says so.
    @PutMapping("/api/customers/{id}/grade")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grade(@PathVariable("id") String id, @RequestBody WantedGrade wanted, @AuthenticationPrincipal SignedIn who) {
        if (wanted.vip() == null) {
            throw Problem.invalid("vip", "field.required", "The field is missing");
        }
        Customers.Grade grade = wanted.vip() ? Customers.Grade.VIP : Customers.Grade.ORDINARY;
        if (!customers.grade(new CustomerId(id("id", id)), grade, who)) {
            throw Problem.notFound("customer.unknown");
        }
    }

    @PostMapping("/api/customers/{id}/disclosure")
    Clear disclose(@PathVariable("id") String id, @RequestBody Reason reason, @AuthenticationPrincipal SignedIn who) {
        CustomerId customer = new CustomerId(id("id", id));
        if (reason.reason() != null && reason.call() != null) {
            throw Problem.invalid(
                    "call", "disclosure.choice", "Either a reason, or a call in which the caller was verified");
        }
        SecretString why = reason.call() == null ? secret(reason.reason()) : verified(customer, reason.call(), who);
        return switch (customers.disclose(customer, who, why)) {
            case DisclosureOutcome.Disclosed disclosed ->
                new Clear(disclosed.name().reveal(), disclosed.number().reveal());
            case DisclosureOutcome.NotFound ignored -> throw Problem.notFound("customer.unknown");
            case DisclosureOutcome.Rejected rejected -> throw invalid(rejected.problem());
        };
    }

    /// The reason that a passed verification is, in the call that the agent has now.
    private SecretString verified(CustomerId customer, String call, SignedIn who) {
        boolean isOwn = call.equals(desk.presentCall(who));
        if (!isOwn || !verifications.isVerified(customer, new CallId(id("call", call)))) {
            throw Problem.conflict(
                    "disclosure.not-verified", "In this call the caller has not proved to be the customer");
        }
        return new SecretString("verified in call " + call);
    }

    private Customer withoutNotes(CustomerView view) {
        return new Customer(
                Long.toString(view.id().value()), view.maskedName(), view.maskedNumber(), view.isVip(), List.of());
    }

    private static Note note(CallNote note) {
        return new Note(
                Long.toString(note.call().value()),
                note.at(),
                note.agent(),
                note.disposition(),
                note.text().reveal());
    }

    private static Problem invalid(FieldProblem problem) {
        return Problem.invalid(problem.field(), problem.rule(), problem.explanation());
    }

    private static SecretString secret(@Nullable String text) {
        return new SecretString(text == null ? "" : text);
    }

    private static long id(String field, String text) {
        try {
            long id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, as any other wrong id.
        }
        throw Problem.invalid(field, "field.id", "An id is a positive whole number");
    }
}
