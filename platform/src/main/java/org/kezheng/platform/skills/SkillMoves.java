package org.kezheng.platform.skills;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
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

/// Agents who serve a queue for a while. The engine is always brought to what stands in the table; what is due ends by
/// the clock, also when the platform was away at that instant, or the database is.
final class SkillMoves {
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(SkillMoves.class);
    private static final String BY_TIME = "time";

    private final SkillMoveRows rows;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Site site;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private List<SkillMove> standing = List.of();
    /// Ended by the clock, and not yet written.
    private List<SkillMove> unwritten = List.of();
    private boolean isLoaded;

    SkillMoves(SkillMoveRows rows, AuditLedger ledger, TransactionTemplate transaction, Site site, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.transaction = transaction;
        this.site = site;
        this.clock = clock;
    }

    /// What the moves change.
    record Site(Directory directory, LentSite lent) {}

    List<SkillMove> of(ClientId client) {
        lock.lock();
        try {
            return standing.stream()
                    .filter(move -> move.client().equals(client))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// The agent serves the queue from now on for so long.
    SkillMove begin(SignedIn who, String user, String queue, Duration length) {
        AgentId agent = agent(who, user);
        Definition.QueueEntry entry = site.directory().queuesOf(who.client()).stream()
                .filter(known -> known.code().equals(queue))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("queue", "queue.unknown", "One of the client's queues"));
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw Problem.invalid("minutes", "skill-move.minutes", "From 1 to 720 minutes");
        }
        lock.lock();
        try {
            requireLoaded();
            if (site.directory().agentsServing(entry).contains(agent.value())) {
                throw Problem.conflict("skill-move.serves", "The agent serves this queue already");
            }
            Instant now = now();
            SkillMove begun = change(who.client(), () -> {
                SkillMove move =
                        rows.insert(new SkillMove.Wanted(agent.value(), queue, who.user()), now, now.plus(length));
                ledger.append(entry(
                        "agent.skill-lent",
                        Actor.of(who),
                        move,
                        Map.of("queue", queue, "until", move.until().toString())));
                List<SkillMove> next = new ArrayList<>(standing);
                next.add(move);
                site.lent().bring(next);
                standing = List.copyOf(next);
                return move;
            });
            site.lent().movesChanged(who.client());
            return begun;
        } finally {
            lock.unlock();
        }
    }

    /// Ends a move before its time.
    void cancel(SignedIn who, long id) {
        lock.lock();
        try {
            requireLoaded();
            SkillMove move = of(who.client()).stream()
                    .filter(known -> known.id() == id)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("skill-move.unknown"));
            change(who.client(), () -> {
                write(move, who.user(), Actor.of(who));
                List<SkillMove> next = without(List.of(move));
                site.lent().bring(next);
                standing = next;
                return move;
            });
            site.lent().movesChanged(who.client());
        } finally {
            lock.unlock();
        }
    }

    /// Ends what is due, and mends what is not as it should be. Called about once a second.
    void tick() {
        lock.lock();
        try {
            load();
            Instant now = now();
            List<SkillMove> due =
                    standing.stream().filter(move -> !move.until().isAfter(now)).toList();
            if (!due.isEmpty()) {
                standing = without(due);
                List<SkillMove> left = new ArrayList<>(unwritten);
                left.addAll(due);
                unwritten = left;
                due.stream().map(SkillMove::client).distinct().forEach(site.lent()::movesChanged);
            }
            site.lent().bring(standing);
            writeEnds();
        } catch (DataAccessException | TransactionException | Problem later) {
            LOG.atDebug()
                    .addKeyValue("failure", later.getClass().getName())
                    .log("Skill moves are looked at again soon");
        } finally {
            lock.unlock();
        }
    }

    private void writeEnds() {
        List<SkillMove> left = new ArrayList<>(unwritten);
        for (SkillMove move : unwritten) {
            ClientScope.run(
                    move.client(),
                    () -> transaction.executeWithoutResult(status -> write(move, BY_TIME, Actor.platform())));
            left.remove(move);
            unwritten = List.copyOf(left);
        }
    }

    private void write(SkillMove move, String by, Actor actor) {
        if (rows.end(move.id(), by, now())) {
            ledger.append(entry(
                    "agent.skill-returned",
                    actor,
                    move,
                    Map.of("queue", move.wanted().queue(), "ended-by", by.equals(BY_TIME) ? BY_TIME : "supervisor")));
        }
    }

    private void load() {
        if (isLoaded) {
            return;
        }
        List<SkillMove> found = new ArrayList<>();
        for (Definition.ClientEntry client : site.directory().definition().clients()) {
            found.addAll(ClientScope.call(
                    new ClientId(client.id()),
                    () -> Objects.requireNonNull(transaction.execute(status -> rows.standing()))));
        }
        standing = List.copyOf(found);
        isLoaded = true;
        // Whoever has read them before was told of none.
        found.stream().map(SkillMove::client).distinct().forEach(site.lent()::movesChanged);
    }

    private SkillMove change(ClientId client, Supplier<SkillMove> work) {
        return ClientScope.call(client, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private List<SkillMove> without(List<SkillMove> gone) {
        return standing.stream().filter(move -> !gone.contains(move)).toList();
    }

    private void requireLoaded() {
        if (!isLoaded) {
            throw Problem.unavailable("skill-move.unknown-yet", "The moves in force are not known yet; try again");
        }
    }

    private AgentId agent(SignedIn who, String user) {
        return site.directory()
                .agent(user)
                .filter(known -> site.directory().hasAgent(known))
                .filter(known -> site.directory()
                        .clientOfAgent(known.value())
                        .filter(who.client()::equals)
                        .isPresent())
                .orElseThrow(() -> Problem.notFound("agent.unknown"));
    }

    private static LedgerEntry entry(String action, Actor actor, SkillMove move, Map<String, String> facts) {
        return LedgerEntry.of(action, actor, Subject.of("agent", move.wanted().agent(), move.client()), facts);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
