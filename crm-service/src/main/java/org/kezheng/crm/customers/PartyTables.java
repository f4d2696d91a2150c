package org.kezheng.crm.customers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Empties what is derived from the confidential log. Customers are no derivation and stay.
public final class PartyTables {
    private PartyTables() {}

    /// In one transaction of the tables' owner. The projection's position is set back with it.
    ///
    /// @param projection the name under which the position is stored
    public static void empty(DataSource owner, String projection) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    var position = connection.prepareStatement(
                            "update projection_position set position = 0, events = 0 where projection = ?")) {
                position.setString(1, projection);
                position.executeUpdate();
                statement.execute("truncate call_party, call_note");
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
