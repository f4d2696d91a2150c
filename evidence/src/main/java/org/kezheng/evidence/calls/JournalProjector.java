package org.kezheng.evidence.calls;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.following.LogFollower;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries the journal into the tables, each record exactly once: the position is stored in the transaction of the
/// effect. While PostgreSQL is away it tries again, with growing pauses, and then catches up.
public final class JournalProjector implements AutoCloseable {
    static final String NAME = "calls";

    private static final Logger LOG = LoggerFactory.getLogger(JournalProjector.class);

    private final JournalSource journal;
    private final CallProjection projection;
    private final ProjectionPositions positions;
    private final TransactionTemplate transaction;
    /// One catch-up at a time: the thread's, or a tool's.
    private final ReentrantLock catchingUp = new ReentrantLock();
    private final ContactClients clients = new ContactClients();
    private final LogFollower follower = new LogFollower("projector", this::catchUp);
    private volatile long projectedPosition;

    /// The records from a position on; each call reads anew.
    @FunctionalInterface
    public interface JournalSource {
        Iterable<JournalRecord> from(long position);
    }

    JournalProjector(JournalSource journal, EntityManager entities, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.projection = new CallProjection(entities);
        this.positions = new ProjectionPositions(entities);
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Starts a thread that follows the journal until [#close()].
    public void start() {
        follower.start();
    }

    /// Tells that the journal has grown. Cheap; never blocks for long.
    public void journalHasGrown() {
        follower.logHasGrown();
    }

    /// The last record that stands in the tables.
    public long projectedPosition() {
        return projectedPosition;
    }

    /// Takes everything that the journal holds now. For tools; [#start()] does the same in the background. When another
    /// process takes records meanwhile, or the tables are emptied, it goes on from where they then stand.
    public void catchUp() {
        catchingUp.lock();
        try {
            while (!follower.isClosed() && !isCaughtUpFrom(begin())) {
                LOG.info("Projection {} was moved by another process; going on from there", NAME);
            }
        } finally {
            catchingUp.unlock();
        }
    }

    /// Ends the thread after the transaction that it is in.
    @Override
    public void close() {
        follower.close();
    }

    /// Where the tables stand. The clients of contacts that arrived before are learned, as far as they are not known.
    private ProjectionPosition begin() {
        ProjectionPosition stored =
                Objects.requireNonNull(transaction.execute(status -> positions.lock(NAME)), "position");
        clients.learnUpTo(stored.record(), journal);
        projectedPosition = stored.record();
        return stored;
    }

    /// False when the tables turned out to stand elsewhere than at `from`.
    private boolean isCaughtUpFrom(ProjectionPosition from) {
        ProjectionRun run = new ProjectionRun(from);
        for (JournalRecord record : journal.from(from.record() + 1)) {
            clients.learn(record);
            int first = record.position() == from.record() + 1 ? from.events() : 0;
            for (int ordinal = first; ordinal < record.events().size(); ordinal++) {
                Step step = new Step(record, ordinal);
                if (!run.accepts(clients.of(step.event()))) {
                    if (!isTaken(run)) {
                        return false;
                    }
                    if (follower.isClosed()) {
                        return true;
                    }
                    run = new ProjectionRun(run.after());
                }
                run.add(step, clients.of(step.event()));
            }
            run.finish(record);
        }
        return isTaken(run);
    }

    private boolean isTaken(ProjectionRun run) {
        if (run.isIdle()) {
            return true;
        }
        boolean isTaken = run.client()
                .map(client -> ClientScope.call(client, () -> isTakenInScope(run)))
                .orElseGet(() -> isTakenInScope(run));
        if (isTaken) {
            projectedPosition = run.after().record();
        }
        return isTaken;
    }

    private boolean isTakenInScope(ProjectionRun run) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!positions.lock(NAME).equals(run.from())) {
                return false;
            }
            run.steps().forEach(projection::apply);
            positions.store(NAME, run.after());
            return true;
        }));
    }
}
