package org.kezheng.evidence.calls;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Empties the tables, so that the projector fills them anew from the journal's first record.
public final class CallTables {
    private CallTables() {}

    /// In one transaction of the tables' owner; a projector that works meanwhile starts over by itself.
    public static void empty(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select position from projection_position where projection = '"
                        + JournalProjector.NAME + "' for update");
                statement.execute("truncate call_offer, call_record, agent_state_interval");
                statement.execute("update projection_position set position = 0, events = 0 where projection = '"
                        + JournalProjector.NAME + "'");
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
