package org.kezheng.platform.listening;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// What is kept of listening in: a row with begin and end, and an entry of the ledger for each act, in one transaction.
final class ListeningRecords {
    /// The platform began anew; when exactly the leg ended nobody knows.
    static final String BY_RESTART = "restart";

    private static final Logger LOG = LoggerFactory.getLogger(ListeningRecords.class);

    private final ListeningRows rows;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListeningRecords(ListeningRows rows, AuditLedger ledger, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Keeps the begin, before the telephone is asked: nobody listens unrecorded.
    Listener begin(SignedIn who, String agent, ContactId call, Listener.Talk talk, ListenerMode mode) {
        Instant now = now();
        return ClientScope.call(
                who.client(),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    long id = rows.insert(call, talk, who.user(), now);
                    ledger.append(entry(
                            "call.listening-begun",
                            Actor.of(who),
                            subject(call, who.client()),
                            Map.of("listening", Long.toString(id), "agent", agent, "mode", mode.code())));
                    return new Listener(id, who, call, talk, mode, now);
                })));
    }

    /// Keeps a change of the mode.
    ///
    /// @param by `desk`, before the PBX is asked; `key`, after the listener's telephone did it; `talk`, when its
    ///     parties moved
    void changed(Listener listener, ListenerMode mode, String by) {
        Actor actor = "desk".equals(by) ? Actor.of(listener.who) : actorOf(listener.who);
        Map<String, String> facts = Map.of(
                "listening", Long.toString(listener.id), "mode", mode.code(), "by", by, "from", listener.mode.code());
        write(listener.who.client(), entry("call.listening-changed", actor, subject(listener), facts));
    }

    /// Keeps the end; while the database is away, the next start does.
    void ended(Listener listener, String cause) {
        Instant now = now();
        try {
            ClientScope.run(
                    listener.who.client(),
                    () -> transaction.executeWithoutResult(status -> {
                        if (rows.end(listener.id, cause, now)) {
                            Map<String, String> facts = new HashMap<>(spanOf(listener.id, listener.since, now, cause));
                            facts.put("mode", listener.mode.code());
                            ledger.append(
                                    entry("call.listening-ended", actorOf(listener.who), subject(listener), facts));
                        }
                    }));
        } catch (DataAccessException | TransactionException down) {
            LOG.atWarn()
                    .addKeyValue("listening", listener.id)
                    .log("The end of a listening is entered at the next start");
        }
    }

    /// Closes what was open when the platform ended.
    ///
    /// @param living those that are no leftovers
    void closeLeftovers(ClientId client, Set<Long> living) {
        ClientScope.run(
                client,
                () -> transaction.executeWithoutResult(status -> {
                    Instant now = now();
                    List<ListeningRows.Open> leftovers = rows.open().stream()
                            .filter(open -> !living.contains(open.id()))
                            .toList();
                    for (ListeningRows.Open open : leftovers) {
                        rows.end(open.id(), BY_RESTART, now);
                        ledger.append(entry(
                                "call.listening-ended",
                                new Actor(open.listener(), "supervisor", ""),
                                Subject.of("call", open.call(), client),
                                spanOf(open.id(), open.begunAt(), now, BY_RESTART)));
                    }
                }));
    }

    private void write(ClientId client, LedgerEntry entry) {
        ClientScope.run(client, () -> transaction.executeWithoutResult(status -> ledger.append(entry)));
    }

    private static Map<String, String> spanOf(long id, Instant from, Instant until, String cause) {
        return Map.of(
                "listening", Long.toString(id), "from", from.toString(), "until", until.toString(), "ended-by", cause);
    }

    /// Outside of a request there is no address.
    private static Actor actorOf(SignedIn who) {
        return new Actor(who.user(), who.role().code(), "");
    }

    private static LedgerEntry entry(String action, Actor actor, Subject subject, Map<String, String> facts) {
        return LedgerEntry.of(action, actor, subject, facts);
    }

    private static Subject subject(Listener listener) {
        return subject(listener.call, listener.who.client());
    }

    private static Subject subject(ContactId call, ClientId client) {
        return Subject.of("call", call.value(), client);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
