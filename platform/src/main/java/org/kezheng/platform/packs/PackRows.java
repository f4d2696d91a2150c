package org.kezheng.platform.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of packs, for the client in scope and within the caller's transaction.
final class PackRows {
    private static final String COLUMNS =
            "select pack_id, contact_id, state, made_at, made_by, bytes, sha256 from pack ";
    private static final int MOST = 200;

    private final JdbcClient database;

    PackRows(JdbcClient database) {
        this.database = database;
    }

    long begin(long contact, Instant at, String by) {
        return database.sql("""
                        insert into pack (client_id, kind, contact_id, state, made_at, made_by)
                        values (:client, 'case', :contact, 'making', :at, :by) returning pack_id""")
                .param("client", ClientScope.required().value())
                .param("contact", contact)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void ready(long id, long bytes, String sha256) {
        database.sql("update pack set state = 'ready', bytes = :bytes, sha256 = :sha256 where pack_id = :id")
                .param("id", id)
                .param("bytes", bytes)
                .param("sha256", sha256)
                .update();
    }

    void failed(long id) {
        database.sql("update pack set state = 'failed' where pack_id = :id")
                .param("id", id)
                .update();
    }

    Optional<StoredPack> find(long id) {
        return database.sql(COLUMNS + "where pack_id = :id")
                .param("id", id)
                .query(PackRows::read)
                .optional();
    }

    List<StoredPack> newest() {
        return database.sql(COLUMNS + "order by pack_id desc limit " + MOST)
                .query(PackRows::read)
                .list();
    }

    private static StoredPack read(ResultSet row, int number) throws SQLException {
        return new StoredPack(
                row.getLong("pack_id"),
                row.getLong("contact_id"),
                row.getString("state"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getObject("bytes", Long.class),
                row.getString("sha256"));
    }
}
