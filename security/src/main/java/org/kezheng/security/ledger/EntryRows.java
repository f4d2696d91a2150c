package org.kezheng.security.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The ledger's tables.
final class EntryRows {
    private static final String COLUMNS =
            "select l.index, e.at, e.action, e.actor, e.role, e.address, e.client, e.subject_kind, e.subject_id,"
                    + " e.facts ";
    private static final String FROM = "from ledger.leaf l join ledger.entry e on e.id = l.entry_id ";

    private final JdbcClient database;

    EntryRows(JdbcClient database) {
        this.database = database;
    }

    /// An entry that has no leaf yet.
    record Unsequenced(long id, SequencedEntry entry) {}

    long size() {
        return database.sql("select coalesce(max(index) + 1, 0) from ledger.leaf")
                .query(Long.class)
                .single();
    }

    List<SequencedEntry> between(long from, long to) {
        return database.sql(COLUMNS + FROM + "where l.index >= :from and l.index < :to order by l.index")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> entry(row, row.getLong("index")))
                .list();
    }

    /// The latest first.
    List<SequencedEntry> latestAbout(Subject subject, int limit) {
        return database.sql(COLUMNS + FROM
                        + "where e.subject_kind = :kind and e.subject_id = :id and e.client = :client"
                        + " order by l.index desc limit :limit")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("client", subject.client())
                .param("limit", limit)
                .query((row, number) -> entry(row, row.getLong("index")))
                .list();
    }

    /// What belongs to the operator is about nobody else.
    boolean isAboutOthersThan(int client) {
        return database.sql("select exists (select from ledger.entry where client not in (0, :client))")
                .param("client", client)
                .query(Boolean.class)
                .single();
    }

    List<byte[]> leafHashes(long from, long to) {
        return database.sql("select leaf_hash from ledger.leaf where index >= :from and index < :to order by index")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /// Every transaction before this one has ended.
    String oldestRunningTransaction() {
        return database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /// Committed entries without a leaf whose number is above the one given, in the order of their numbers.
    List<Unsequenced> unsequenced(String sinceTransaction, long above, int limit) {
        return database.sql(COLUMNS.replace("l.index", "e.id") + """
                        from ledger.entry e
                        where e.transaction >= cast(:since as xid8) and e.id > :above
                          and not exists (select from ledger.leaf l where l.entry_id = e.id)
                        order by e.id limit :limit
                        """)
                .param("since", sinceTransaction)
                .param("above", above)
                .param("limit", limit)
                .query((row, number) -> new Unsequenced(row.getLong("id"), entry(row, 0)))
                .list();
    }

    void insertLeaf(long index, Unsequenced found) {
        database.sql("insert into ledger.leaf (index, entry_id, leaf_hash) values (:index, :entry, :hash)")
                .param("index", index)
                .param("entry", found.id())
                .param("hash", found.entry().leafHash())
                .update();
    }

    /// Sequencing is one at a time, over all connections, until the transaction ends.
    void lockSequence() {
        database.sql("select pg_advisory_xact_lock(hashtext('kezheng.ledger'))::text")
                .query((row, number) -> "")
                .single();
    }

    List<Checkpoint> checkpoints() {
        return database.sql("select size, note from ledger.checkpoint order by size")
                .query((row, number) -> new Checkpoint(row.getLong(1), row.getString(2)))
                .list();
    }

    Optional<Checkpoint> lastCheckpoint() {
        return database.sql("select size, note from ledger.checkpoint order by size desc limit 1")
                .query((row, number) -> new Checkpoint(row.getLong(1), row.getString(2)))
                .optional();
    }

    void insertCheckpoint(Checkpoint made) {
        database.sql("insert into ledger.checkpoint (size, note) values (:size, :note)")
                .param("size", made.size())
                .param("note", made.note())
                .update();
    }

    /// A row that was altered to what no entry can be is damage, not a defect of the reader.
    private static SequencedEntry entry(ResultSet row, long index) throws SQLException {
        try {
            Actor actor = new Actor(row.getString("actor"), row.getString("role"), row.getString("address"));
            Subject subject =
                    new Subject(row.getString("subject_kind"), row.getString("subject_id"), row.getInt("client"));
            LedgerEntry entry =
                    new LedgerEntry(row.getString("action"), actor, subject, FactsText.read(row.getString("facts")));
            return new SequencedEntry(
                    index, row.getObject("at", OffsetDateTime.class).toInstant(), entry);
        } catch (IllegalArgumentException altered) {
            throw new LedgerDamagedException("entry " + index + " is none");
        }
    }
}
