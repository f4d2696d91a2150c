package org.kezheng.platform.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of turns of the switch, for the client in scope; the last one counts. Runs in the caller's transaction.
final class EmergencyRows {
    private final JdbcClient database;

    EmergencyRows(JdbcClient database) {
        this.database = database;
    }

    EmergencyView current() {
        return database.sql("""
                        select mode, cause, own_text, own_text_en, turned_by, turned_at from emergency_turn
                        order by id desc limit 1""").query(EmergencyRows::read).optional().orElse(EmergencyView.NEVER);
    }

    void insert(EmergencyView turn) {
        database.sql("""
                        insert into emergency_turn (client_id, mode, cause, own_text, own_text_en, turned_by, turned_at)
                        values (:client, :mode, :cause, :text, :textEn, :by, :at)""")
                .param("client", ClientScope.required().value())
                .param("mode", turn.mode())
                .param("cause", turn.cause())
                .param("text", turn.text())
                .param("textEn", turn.textEn())
                .param("by", turn.by())
                .param("at", turn.since() == null ? null : turn.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static EmergencyView read(ResultSet row, int at) throws SQLException {
        return new EmergencyView(
                row.getString("mode"),
                row.getString("cause"),
                row.getString("own_text"),
                row.getString("own_text_en"),
                row.getString("turned_by"),
                row.getObject("turned_at", OffsetDateTime.class).toInstant());
    }
}
