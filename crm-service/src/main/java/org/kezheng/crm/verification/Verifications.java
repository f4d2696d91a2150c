package org.kezheng.crm.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CustomerId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.security.validation.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Verifies callers of the client in scope. Two facts are asked of whoever has two or more, one of whoever has
/// one. After [#MOST_FAILURES] tries in a row that failed, by whomever and in whatever call, the customer is
/// locked for [#LOCKED_FOR]. What was said is compared and forgotten; only what came of it is kept, in the
/// ledger too.
public final class Verifications {
    public static final int MOST_FAILURES = 3;
    public static final Duration LOCKED_FOR = Duration.ofMinutes(30);

    /// Who asks when a flow does.
    public static final String FLOW = "flow";

    private static final int ASKED = 2;

    private final JdbcClient database;
    private final KeptFacts facts;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Verifications(
            JdbcClient database, KeptFacts facts, AuditLedger ledger, Clock clock, TransactionTemplate transaction) {
        this.database = database;
        this.facts = facts;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What came of asking a caller for what only the customer knows.
    public sealed interface Result {
        /// All answers were right.
        record Passed() implements Result {}

        /// At least one was not; which, nobody is told.
        ///
        /// @param left tries before the customer is locked
        record Failed(int left) implements Result {}

        /// Too many tries failed: nothing is compared until then.
        record Locked(Instant until) implements Result {}

        /// Fewer facts were given than have to be asked, or ones of which the customer has none: nothing was
        /// compared.
        record NotAsked() implements Result {}
    }

    /// How verification stands in one call.
    ///
    /// @param asked how many facts have to be asked; 0: the customer has none, and cannot be verified
    /// @param kinds those that the customer has
    /// @param isPassed in this call
    /// @param left tries before the customer is locked
    /// @param lockedUntil absent: not locked
    public record Standing(
            int asked,
            List<SecretKind> kinds,
            boolean isPassed,
            int left,
            @Nullable Instant lockedUntil) {
        public Standing {
            kinds = List.copyOf(kinds);
        }
    }

    /// A try in a call: what was asked and what came of it, never what was said.
    ///
    /// @param askedBy an agent, or `flow`
    /// @param kinds codes of the facts that were asked
    public record Attempt(Instant at, String askedBy, List<String> kinds, boolean isPassed) {
        public Attempt {
            kinds = List.copyOf(kinds);
        }
    }

    /// Keeps a fact of the customer, in place of one of its kind.
    ///
    /// @return what is wrong with it; empty when it is kept
    public Optional<FieldProblem> keep(CustomerId customer, SecretKind kind, SecretString value, SignedIn who) {
        if (!kind.fits(value.reveal())) {
            return Optional.of(new FieldProblem(
                    "value",
                    "verification.form",
                    switch (kind) {
                        case PIN -> "4 to 12 digits";
                        case DOCUMENT -> "The last 4 to 6 characters of the document";
                        case BIRTHDAY -> "Month and day, as 0314";
                    }));
        }
        SecretString hash = facts.hash(value);
        transaction.executeWithoutResult(status -> {
            facts.replace(customer, kind, hash, who.user(), clock.instant());
            ledger.append(LedgerEntry.of(
                    "customer.fact-kept",
                    Actor.of(who),
                    Subject.of("customer", customer.value(), ClientScope.required()),
                    Map.of("kind", kind.code())));
        });
        return Optional.empty();
    }

    /// How verification of the customer stands in that call.
    public Standing standing(CustomerId customer, CallId call) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<SecretKind> kinds = facts.kinds(customer);
            Failures failures = failures(customer);
            return new Standing(
                    Math.min(ASKED, kinds.size()),
                    kinds,
                    isPassed(customer, call),
                    failures.left(),
                    failures.lockedUntil(clock.instant()).orElse(null));
        }));
    }

    /// Whether the caller of that call has proved to be the customer.
    public boolean isVerified(CustomerId customer, CallId call) {
        return Boolean.TRUE.equals(transaction.execute(status -> isPassed(customer, call)));
    }

    /// All tries in a call, in their order.
    public List<Attempt> attempts(CallId call) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select tried_at, asked_by, kinds, is_passed from verification_attempt
                        where contact_id = :contact order by id limit 100""")
                .param("contact", call.value())
                .query(Verifications::attempt)
                .list()));
    }

    /// An agent has asked, and compares what was said.
    public Result verify(CustomerId customer, CallId call, Map<SecretKind, SecretString> said, SignedIn who) {
        return compare(customer, new Try(call, who.user(), Actor.of(who)), said, ASKED);
    }

    /// A flow has asked for the service code, and compares what was entered.
    public Result verifyByFlow(CustomerId customer, CallId call, SecretString pin) {
        return compare(customer, new Try(call, FLOW, Actor.platform()), Map.of(SecretKind.PIN, pin), 1);
    }

    private record Try(CallId call, String askedBy, Actor actor) {}

    /// Tries of one customer go one after the other.
    private Result compare(CustomerId customer, Try attempt, Map<SecretKind, SecretString> said, int most) {
        return Objects.requireNonNull(transaction.execute(status -> {
            database.sql("select cast(pg_advisory_xact_lock(hashtextextended('verification', :customer)) as text)")
                    .param("customer", customer.value())
                    .query(String.class)
                    .optional();
            Optional<Instant> until = failures(customer).lockedUntil(clock.instant());
            if (until.isPresent()) {
                return new Result.Locked(until.get());
            }
            List<SecretKind> kept = facts.kinds(customer);
            boolean isEnough = !said.isEmpty() && said.size() >= Math.min(most, kept.size());
            if (!isEnough || !kept.containsAll(said.keySet())) {
                return new Result.NotAsked();
            }
            return record(customer, attempt, said, facts.areRight(customer, said));
        }));
    }

    private Result record(CustomerId customer, Try attempt, Map<SecretKind, SecretString> said, boolean isPassed) {
        String kinds = said.keySet().stream().sorted().map(SecretKind::code).collect(Collectors.joining(","));
        database.sql("""
                        insert into verification_attempt (client_id, customer_id, contact_id, asked_by, kinds, is_passed,
                        tried_at) values (:client, :customer, :contact, :by, :kinds, :passed, :now)""")
                .param("client", ClientScope.required().value())
                .param("customer", customer.value())
                .param("contact", attempt.call().value())
                .param("by", attempt.askedBy())
                .param("kinds", kinds)
                .param("passed", isPassed)
                .param("now", utc(clock.instant()))
                .update();
        Failures failures = failures(customer);
        Optional<Instant> until = failures.lockedUntil(clock.instant());
        String action = isPassed ? "verification.passed" : "verification.failed";
        Map<String, String> facts = Map.of(
                "customer", Long.toString(customer.value()),
                "facts", kinds,
                "locked", Boolean.toString(until.isPresent()));
        ledger.append(LedgerEntry.of(
                action, attempt.actor(), Subject.of("call", attempt.call().value(), ClientScope.required()), facts));
        if (isPassed) {
            return new Result.Passed();
        }
        return until.<Result>map(Result.Locked::new).orElseGet(() -> new Result.Failed(failures.left()));
    }

    /// Tries in a row that failed, and the last of them.
    private record Failures(int count, @Nullable Instant lastAt) {
        int left() {
            return Math.max(0, MOST_FAILURES - count);
        }

        Optional<Instant> lockedUntil(Instant now) {
            return count < MOST_FAILURES || lastAt == null
                    ? Optional.empty()
                    : Optional.of(lastAt.plus(LOCKED_FOR)).filter(until -> until.isAfter(now));
        }
    }

    /// What is older than the lock does not count any more.
    private Failures failures(CustomerId customer) {
        return database.sql("""
                        select count(*), max(tried_at) from verification_attempt a
                        where customer_id = :customer and not is_passed and tried_at > :since
                          and not exists (select from verification_attempt p
                                where p.customer_id = a.customer_id and p.is_passed and p.id > a.id)""")
                .param("customer", customer.value())
                .param("since", utc(clock.instant().minus(LOCKED_FOR)))
                .query((row, number) -> {
                    OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
                    return new Failures(row.getInt(1), last == null ? null : last.toInstant());
                })
                .single();
    }

    private boolean isPassed(CustomerId customer, CallId call) {
        return database.sql("""
                        select exists (select from verification_attempt
                        where customer_id = :customer and contact_id = :contact and is_passed)""")
                .param("customer", customer.value())
                .param("contact", call.value())
                .query(Boolean.class)
                .single();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                List.of(row.getString("kinds").split(",", -1)),
                row.getBoolean("is_passed"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
