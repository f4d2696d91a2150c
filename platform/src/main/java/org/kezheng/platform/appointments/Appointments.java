package org.kezheng.platform.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Appointments of the client in scope: agents', made, moved and cancelled by their owner, and nobody's own, for
/// callers who asked to be called back and were not reached. Each act is in the audit ledger. The owner's desks, or
/// the supervisors', are told of whatever changes.
final class Appointments {
    private static final Duration SHOWN_AFTER = Duration.ofHours(16);

    private final AppointmentRows rows;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final LiveDesks desks;

    Appointments(
            AppointmentRows rows,
            AuditLedger ledger,
            LiveDesks desks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.ledger = ledger;
        this.desks = desks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Instant now() {
        return clock.instant();
    }

    Appointment make(NewAppointment wanted, SignedIn who) {
        Appointment made = required(transaction.execute(status -> {
            long id = rows.insert(wanted, owner(who), who.user(), clock.instant());
            enter(
                    "appointment.made",
                    id,
                    Actor.of(who),
                    Map.of("dueAt", wanted.dueAt().toString()));
            return rows.find(id).orElseThrow();
        }));
        changed(owner(who));
        return made;
    }

    List<Appointment> of(SignedIn who) {
        return required(transaction.execute(
                status -> rows.ofOwner(owner(who), clock.instant().minus(SHOWN_AFTER))));
    }

    /// Empty when it is none of the owner's that is still to come.
    Optional<Appointment> move(long id, Instant dueAt, SignedIn who) {
        Optional<Appointment> moved = required(transaction.execute(status -> {
            if (!rows.move(id, owner(who), dueAt)) {
                return Optional.<Appointment>empty();
            }
            enter("appointment.moved", id, Actor.of(who), Map.of("dueAt", dueAt.toString()));
            return rows.find(id);
        }));
        changed(owner(who));
        return moved;
    }

    /// False when it is none of the owner's that is still to come.
    boolean cancel(long id, SignedIn who) {
        boolean isGone = required(transaction.execute(status -> {
            boolean isCancelled = rows.cancel(id, owner(who));
            if (isCancelled) {
                enter("appointment.cancelled", id, Actor.of(who), Map.of());
            }
            return isCancelled;
        }));
        changed(owner(who));
        return isGone;
    }

    /// Writes down that whoever asked in vain to be called back is called again at that time, by whoever is
    /// there. Joins the caller's transaction.
    void tryAgain(TriedCallbacks.Tried tried, SecretString number, Instant dueAt, String outcome) {
        NewAppointment wanted =
                new NewAppointment(number, null, dueAt, new SecretString(""), tried.queue(), tried.voucher());
        long id = rows.insert(wanted, null, OutsideCalls.PLATFORM, clock.instant());
        Map<String, String> facts =
                Map.of("call", Long.toString(tried.contact()), "outcome", outcome, "dueAt", dueAt.toString());
        enter("callback.again", id, Actor.platform(), facts);
    }

    /// What is tried again for whoever asked to be called back: what is to come, and what came of today's.
    List<Appointment> triedAgain() {
        return required(
                transaction.execute(status -> rows.ofNobody(clock.instant().minus(SHOWN_AFTER))));
    }

    /// Nobody is called again there. False when it is not to come any more.
    boolean cancelRetry(long id, SignedIn who) {
        boolean isGone = required(transaction.execute(status -> {
            boolean isCancelled = rows.cancelRetry(id);
            if (isCancelled) {
                enter("callback.cancelled", id, Actor.of(who), Map.of());
            }
            return isCancelled;
        }));
        retriesChanged();
        return isGone;
    }

    List<AppointmentRows.Due> due() {
        return required(transaction.execute(status -> rows.due(clock.instant())));
    }

    /// Tells whose appointments became due after `from`, and until `until`.
    void tellDue(Instant from, Instant until) {
        List<Integer> owners = required(transaction.execute(status -> rows.ownersOfDue(from, until)));
        owners.forEach(this::changed);
    }

    List<AppointmentRows.Offered> offered() {
        return required(
                transaction.execute(status -> rows.offered(clock.instant().minus(CallOutcomes.TOLD_WITHIN))));
    }

    /// Writes down that an appointment is being offered as this contact; false: it is not to be any more.
    boolean begin(AppointmentRows.Due due, long contact, Offering to) {
        boolean isOffered = required(transaction.execute(status -> {
            boolean isBegun = rows.begin(due.id(), contact, clock.instant());
            if (isBegun) {
                Map<String, String> facts = Map.of("call", Long.toString(contact), "to", to.name());
                enter("appointment.offered", due.id(), Actor.platform(), facts);
            }
            return isBegun;
        }));
        changed(due.owner());
        return isOffered;
    }

    void takeBack(AppointmentRows.Offered offered) {
        transaction.executeWithoutResult(status -> rows.takeBack(offered.id()));
        changed(offered.owner());
    }

    void putOff(long id, Instant dueAt) {
        transaction.executeWithoutResult(status -> rows.putOff(id, dueAt));
        retriesChanged();
    }

    void tryLater(long id) {
        transaction.executeWithoutResult(status -> rows.tryLater(id));
    }

    void end(long id, @Nullable Integer owner, Appointment.State state, String outcome) {
        transaction.executeWithoutResult(status -> {
            rows.end(id, state, outcome);
            enter("appointment." + state.code(), id, Actor.platform(), Map.of("outcome", outcome));
        });
        changed(owner);
    }

    private void changed(@Nullable Integer owner) {
        if (owner == null) {
            retriesChanged();
        } else {
            desks.changed(new AgentId(owner), LiveTopic.APPOINTMENTS);
        }
    }

    /// Told after the commit of whoever tries again.
    void retriesChanged() {
        desks.changed(ClientScope.required(), LiveTopic.CALLBACKS);
    }

    private static int owner(SignedIn who) {
        return Math.toIntExact(who.account().value());
    }

    private void enter(String action, long id, Actor actor, Map<String, String> facts) {
        ledger.append(LedgerEntry.of(action, actor, Subject.of("appointment", id, ClientScope.required()), facts));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "A transaction gives its result");
    }
}
