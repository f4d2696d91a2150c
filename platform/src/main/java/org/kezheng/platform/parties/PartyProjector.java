package org.kezheng.platform.parties;

import java.util.List;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.NewCallNote;
import org.kezheng.evidence.following.LogFollower;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries the confidential log into the customer tables, each entry exactly once: the position is stored in the
/// transaction of the effect.
public final class PartyProjector implements AutoCloseable {
    /// The name under which the position is stored.
    public static final String NAME = "parties";

    private static final int MAX_ENTRIES = 100;

    private final ConfidentialLog log;
    private final CallParties parties;
    private final CallNotes notes;
    private final CallerSteps steps;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final LogFollower follower = new LogFollower(NAME, this::catchUp);
    private ConfidentialLog.Cursor cursor = ConfidentialLog.START;
    private volatile Runnable listener = () -> {};

    public PartyProjector(
            ConfidentialLog log, Tables tables, JdbcClient database, PlatformTransactionManager transactions) {
        this.log = log;
        this.parties = tables.parties();
        this.notes = tables.notes();
        this.steps = tables.steps();
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Where the entries go.
    public record Tables(CallParties parties, CallNotes notes, CallerSteps steps) {}

    /// Follows the log until [#close()].
    public void start() {
        log.onGrowth(follower::logHasGrown);
        follower.start();
    }

    /// Called after entries have reached the tables, on the projector's thread.
    public void onProgress(Runnable progress) {
        listener = progress;
    }

    /// Takes everything that the log holds now. For tools; [#start()] does the same in the background.
    public synchronized void catchUp() {
        boolean isMore = true;
        while (isMore && !follower.isClosed()) {
            ConfidentialLog.Batch batch = log.after(cursor, MAX_ENTRIES);
            isMore = !batch.entries().isEmpty();
            if (isMore) {
                take(batch.entries());
                listener.run();
            }
        }
    }

    @Override
    public void close() {
        follower.close();
    }

    /// Takes the first entries that are of one client, since a transaction works for one. Where the tables stand
    /// elsewhere (a start, a rebuild), nothing is taken and the cursor goes there.
    private void take(List<PartyEntry> entries) {
        ClientId client = entries.getFirst().client();
        List<PartyEntry> run = entries.stream()
                .takeWhile(entry -> entry.client().equals(client))
                .toList();
        long before = run.getFirst().position() - 1;
        long stored = ClientScope.call(client, () -> takeInScope(run, before));
        long reached = stored == before ? run.getLast().position() : stored;
        cursor = log.behind(cursor, reached);
    }

    /// Gives where the tables stood.
    private long takeInScope(List<PartyEntry> run, long before) {
        Long stored = transaction.execute(status -> {
            long position = lockedPosition();
            if (position == before) {
                run.forEach(this::take);
                database.sql("update projection_position set position = :position where projection = :name")
                        .param("position", run.getLast().position())
                        .param("name", NAME)
                        .update();
            }
            return position;
        });
        return java.util.Objects.requireNonNull(stored);
    }

    private void take(PartyEntry entry) {
        CallId call = new CallId(entry.contact());
        switch (entry) {
            case PartyEntry.CallingNumber calling -> parties.record(call, calling.number(), calling.at());
            case PartyEntry.Led led ->
                steps.record(
                        new CallerSteps.Entry(led.position(), led.contact(), led.at(), led.flow(), led.version()),
                        led.steps());
            case PartyEntry.Note note ->
                notes.record(new NewCallNote(
                        note.position(), call, note.agent(), note.disposition(), note.text(), note.at()));
        }
    }

    private long lockedPosition() {
        database.sql("insert into projection_position (projection, position) values (:name, 0) on conflict do nothing")
                .param("name", NAME)
                .update();
        return database.sql("select position from projection_position where projection = :name for update")
                .param("name", NAME)
                .query(Long.class)
                .single();
    }
}
