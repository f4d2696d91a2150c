package org.kezheng.platform.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of turns of the switch, for the client in scope; the last one counts. Runs in the caller's transaction.
final class EmergencyRows {
    private final JdbcClient database;

    EmergencyRows(JdbcClient database) {
        this.database = database;
    }

    /// A turn.
    ///
    /// @param id 0: the switch was never turned
    record Turn(long id, EmergencyView view) {
        static final Turn NEVER = new Turn(0, EmergencyView.NEVER);
    }

    Turn current() {
        return database.sql("""
                        select id, mode, cause, own_text, own_text_en, turned_by, turned_at from emergency_turn
                        order by id desc limit 1""").query(EmergencyRows::read).optional().orElse(Turn.NEVER);
    }

    /// The times that the switch was on, the last one first, with the callers that the confidential log tells of.
    ///
    /// @param before the turn that began the last one of the page before
    List<EmergencyRun> runs(long before, int limit) {
        return database.sql("""
                        select turn.*, callers.told, callers.turned_away
                        from (select *, lead(turned_at) over (order by id) as until from emergency_turn) turn,
                            lateral (select count(distinct contact_id) filter (where kind = 'told') as told,
                                count(distinct contact_id) filter (where kind = 'ended') as turned_away
                                from caller_step
                                where kind in ('told', 'ended') and name <> '' and name = turn.mode || ' ' || turn.id) callers
                        where mode <> 'off' and id < :before
                        order by id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(EmergencyRows::readRun)
                .list();
    }

    /// Keeps a turn, and gives its number.
    long insert(EmergencyView turn) {
        return database.sql("""
                        insert into emergency_turn (client_id, mode, cause, own_text, own_text_en, turned_by, turned_at)
                        values (:client, :mode, :cause, :text, :textEn, :by, :at) returning id""")
                .param("client", ClientScope.required().value())
                .param("mode", turn.mode())
                .param("cause", turn.cause())
                .param("text", turn.text())
                .param("textEn", turn.textEn())
                .param("by", turn.by())
                .param("at", turn.since() == null ? null : turn.since().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Turn read(ResultSet row, int at) throws SQLException {
        return new Turn(
                row.getLong("id"),
                new EmergencyView(
                        row.getString("mode"),
                        row.getString("cause"),
                        row.getString("own_text"),
                        row.getString("own_text_en"),
                        row.getString("turned_by"),
                        row.getObject("turned_at", OffsetDateTime.class).toInstant()));
    }

    private static EmergencyRun readRun(ResultSet row, int at) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new EmergencyRun(
                row.getString("id"),
                row.getString("mode"),
                row.getString("cause"),
                row.getString("own_text"),
                row.getString("own_text_en"),
                row.getString("turned_by"),
                row.getObject("turned_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getLong("told"),
                row.getLong("turned_away"));
    }
}
