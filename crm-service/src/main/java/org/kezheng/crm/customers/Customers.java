package org.kezheng.crm.customers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.disclosure.Disclosure;
import org.kezheng.security.disclosure.Disclosures;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.security.validation.FieldProblem;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The customers of the client in scope. Views are masked; the clear text is shown by [#disclose] alone.
public final class Customers {
    private static final int MAX_NAME = 64;
    private static final int MAX_REASON = 200;
    private static final int MAX_PAGE = 200;

    private final CustomerRows rows;
    private final CustomerNumbers numbers;
    private final CustomerFields fields;
    private final CallParties parties;
    private final Disclosures disclosures;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Customers(
            CustomerNumbers numbers,
            CallParties parties,
            Disclosures disclosures,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.rows = numbers.rows();
        this.numbers = numbers;
        this.fields = numbers.fields();
        this.parties = parties;
        this.disclosures = disclosures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Optional<CustomerView> find(CustomerId id) {
        ClientId client = ClientScope.required();
        return transaction.execute(status -> rows.findById(id.value()).flatMap(row -> view(client, row)));
    }

    /// The customer's number, for dialling; it is never shown.
    public Optional<SecretString> numberToDial(CustomerId id) {
        ClientId client = ClientScope.required();
        return transaction.execute(status -> rows.findById(id.value())
                .flatMap(row -> fields.open(client, row))
                .map(clear -> new SecretString(clear.number().reveal())));
    }

    /// The customer who has this number, however it is written.
    public Optional<CustomerView> findByNumber(SecretString number) {
        ClientId client = ClientScope.required();
        return transaction.execute(status ->
                NormalisedNumber.of(number.reveal()).flatMap(numbers::find).flatMap(row -> view(client, row)));
    }

    /// Customers in the order of their ids.
    ///
    /// @param after the last id of the page before; 0 for the first page
    /// @param limit at most 200
    public List<CustomerView> page(long after, int limit) {
        ClientId client = ClientScope.required();
        Limit bounded = Limit.of(Math.clamp(limit, 1, MAX_PAGE));
        return transaction.execute(status -> rows.findByIdGreaterThanOrderById(after, bounded).stream()
                .flatMap(row -> view(client, row).stream())
                .toList());
    }

    /// Creates a customer with a key of its own. Earlier calls of the number become the customer's.
    public CustomerCreation create(NewCustomer wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = wanted.name().reveal().strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            problems.add(new FieldProblem("name", "customer.name-length", "1 to 64 characters"));
        }
        Optional<NormalisedNumber> number = NormalisedNumber.of(wanted.number().reveal());
        if (number.isEmpty()) {
            problems.add(new FieldProblem("number", "customer.number-form", "A telephone number is expected"));
        }
        if (!problems.isEmpty()) {
            return new CustomerCreation.Rejected(List.copyOf(problems));
        }
        return transaction.execute(status -> insert(new SecretString(name), number.orElseThrow()));
    }

    /// How a customer's calls are taken.
    public enum Grade {
        ORDINARY("ordinary"),
        /// Before others, where a flow says so.
        VIP("vip");

        private final String code;

        Grade(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// Says whether calls of the customer go before others; false when there is no such customer.
    public boolean grade(CustomerId id, Grade grade, SignedIn who) {
        ClientId client = ClientScope.required();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean isThere = rows.grade(id.value(), grade == Grade.VIP) == 1;
            if (isThere) {
                Map<String, String> facts = Map.of("grade", grade.code());
                ledger.append(LedgerEntry.of(
                        "customer.graded", Actor.of(who), Subject.of("customer", id.value(), client), facts));
            }
            return isThere;
        }));
    }

    /// Shows a customer in the clear and records who saw it and why, both or neither.
    public DisclosureOutcome disclose(CustomerId id, SignedIn who, SecretString reason) {
        ClientId client = ClientScope.required();
        int length = reason.reveal().strip().length();
        if (length == 0 || length > MAX_REASON) {
            return new DisclosureOutcome.Rejected(
                    new FieldProblem("reason", "disclosure.reason-length", "1 to 200 characters"));
        }
        return transaction.execute(status -> rows.findById(id.value())
                .flatMap(row -> fields.open(client, row))
                .<DisclosureOutcome>map(clear -> {
                    disclosures.record(new Disclosure(who, "customer", id.value(), List.of("name", "number"), reason));
                    return new DisclosureOutcome.Disclosed(
                            clear.name(), clear.number().dialled());
                })
                .orElseGet(DisclosureOutcome.NotFound::new));
    }

    private CustomerCreation insert(SecretString name, NormalisedNumber number) {
        ClientId client = ClientScope.required();
        int index = numbers.index(number);
        rows.lock(client.value(), index);
        if (numbers.find(number).isPresent()) {
            return new CustomerCreation.Rejected(
                    List.of(new FieldProblem("number", "customer.number-taken", "Another customer has this number")));
        }
        CustomerId id = new CustomerId(rows.nextId());
        fields.ciphers().createKey(client, id.value());
        byte[] sealedName = fields.sealName(client, id, name);
        byte[] sealedNumber = fields.sealNumber(client, id, number);
        rows.insert(id.value(), client.value(), sealedName, sealedNumber, index, clock.instant());
        parties.adopt(id, number);
        return new CustomerCreation.Created(new CustomerFields.Clear(id, name, number, false).masked());
    }

    private Optional<CustomerView> view(ClientId client, CustomerEntity row) {
        return fields.open(client, row).map(CustomerFields.Clear::masked);
    }
}
