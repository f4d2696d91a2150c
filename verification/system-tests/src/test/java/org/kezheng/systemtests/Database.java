package org.kezheng.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.kezheng.testkit.installation.Status;

/// The database, entered with the credentials that the status names: as the administrator who may see everything, or as
/// the application.
final class Database implements AutoCloseable {

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static Database asAdministrator(Status status) throws SQLException {
        return open(status, "/postgres/adminUrl");
    }

    static Database asApplication(Status status) throws SQLException {
        return open(status, "/postgres/appUrl");
    }

    /// The rows of a query, each with its columns joined by `|`.
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Database open(Status status, String pointer) throws SQLException {
        URI url = URI.create(status.text(pointer));
        String user = url.getUserInfo();
        String address = url.getHost() + ":" + url.getPort();
        return new Database(DriverManager.getConnection(
                "jdbc:postgresql://" + address + url.getPath(), user, password(status, address, user)));
    }

    /// From a file in PostgreSQL's own format: host:port:database:user:password.
    private static String password(Status status, String address, String user) {
        try {
            return Files.readAllLines(Path.of(status.text("/postgres/passFile"))).stream()
                    .filter(line -> line.startsWith(address + ":") && line.contains(":" + user + ":"))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the password file does not know " + user));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
