package org.kezheng.testkit.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of its own for tests: loopback only, random port, no durability. Root lets it run as user
/// `postgres`, as PostgreSQL demands.
///
/// A shell watches over the server: it holds the reading end of a pipe from this JVM and, when the JVM is gone, however
/// it went, ends the server and removes its files.
public final class PostgresServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int START_TRIES = 5;
    /// Prints the server's pid, waits for a line or the end of the pipe, ends the server, removes the files if asked
    /// to.
    private static final String WATCHDOG = """
            base="$1"; shift
            "$@" >>"$base/log" 2>&1 </dev/null & server=$!
            echo "$server"
            order=gone
            read -r order
            kill -INT "$server" 2>/dev/null
            wait "$server"
            [ "$order" = stop ] || rm -rf "$base"
            """;

    private static @Nullable PostgresServer shared;

    private final Path binaries;
    private final Path base;
    private final AtomicInteger databases = new AtomicInteger();
    private int port;
    private @Nullable Process watchdog;

    private PostgresServer(Path binaries, Path base) {
        this.binaries = binaries;
        this.base = base;
    }

    /// The one server that the tests of this JVM share. It ends with the JVM.
    public static synchronized PostgresServer shared() {
        PostgresServer server = shared;
        if (server == null) {
            server = start();
            shared = server;
        }
        return server;
    }

    /// A further server, for tests that stop it.
    public static PostgresServer start() {
        Path binaries = PostgresBinaries.directory();
        try {
            PostgresServer server = new PostgresServer(binaries, createBase());
            server.initialise();
            server.port = freePort();
            server.resume();
            server.createRoles();
            return server;
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL cannot be prepared", refused);
        }
    }

    /// A fresh empty database, owned by the owner role.
    public TestDatabase database() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " owner " + TestDatabase.OWNER);
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name);
    }

    public int port() {
        return port;
    }

    /// Takes the server down and keeps its data; connections break. [#resume] brings it back on the same port.
    public synchronized void stop() {
        Process running = watchdog;
        if (running != null) {
            watchdog = null;
            order(running, "stop");
        }
    }

    /// Starts the server after [#stop].
    public synchronized void resume() {
        for (int attempt = 1; watchdog == null; attempt++) {
            Process started = launch();
            if (answers(started)) {
                watchdog = started;
            } else if (attempt == START_TRIES) {
                throw new AssertionError("PostgreSQL does not start: " + log());
            } else {
                port = freePort();
            }
        }
    }

    /// Ends the server and removes its data.
    @Override
    public synchronized void close() {
        Process running = watchdog;
        if (running == null) {
            run(List.of("rm", "-rf", base.toString()));
        } else {
            watchdog = null;
            order(running, "close");
        }
    }

    Path files() {
        return base;
    }

    private void initialise() {
        run(List.of(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + base.resolve("data"),
                "--username=" + TestDatabase.ADMIN,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                "--no-instructions"));
    }

    private void createRoles() {
        execute("create role " + TestDatabase.OWNER + " login nosuperuser nobypassrls nocreatedb nocreaterole");
        execute("create role " + TestDatabase.APP + " login nosuperuser nobypassrls nocreatedb nocreaterole");
    }

    private Process launch() {
        List<String> command = new ArrayList<>(asServerUser());
        command.addAll(List.of("sh", "-c", WATCHDOG, "watchdog", base.toString()));
        command.addAll(List.of(
                binaries.resolve("postgres").toString(),
                "-D",
                base.resolve("data").toString(),
                "-p"));
        command.add(Integer.toString(port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "shared_buffers=32MB",
                "max_connections=80")) {
            command.addAll(List.of("-c", setting));
        }
        try {
            return new ProcessBuilder(command)
                    .directory(base.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL cannot be started", refused);
        }
    }

    /// Waits until the server answers; false when it ended first, as it does when another took the port.
    private boolean answers(Process started) {
        Optional<ProcessHandle> server = serverOf(started);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (server.filter(ProcessHandle::isAlive).isPresent() && System.nanoTime() < deadline) {
            try (Connection connection = connect()) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        order(started, "stop");
        return false;
    }

    private static Optional<ProcessHandle> serverOf(Process started) {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.US_ASCII));
            String pid = lines.readLine();
            if (pid == null) {
                throw new AssertionError("PostgreSQL's watchdog did not start");
            }
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void order(Process running, String word) {
        try {
            running.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("PostgreSQL does not stop");
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("PostgreSQL's watchdog is gone", gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL stops", interrupted);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=5", TestDatabase.ADMIN, "");
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError("PostgreSQL refused: " + sql, refused);
        }
    }

    private void run(List<String> command) {
        List<String> whole = new ArrayList<>(asServerUser());
        whole.addAll(command);
        try {
            Process process = new ProcessBuilder(whole)
                    .directory(base.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command.getFirst() + " failed: " + output);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(command.getFirst() + " cannot be run", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL is prepared", interrupted);
        }
    }

    private String log() {
        try {
            return Files.readString(base.resolve("log"));
        } catch (IOException unreadable) {
            return "it left no log";
        }
    }

    private static List<String> asServerUser() {
        return isRoot()
                ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--")
                : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path createBase() throws IOException {
        Path base = Files.createTempDirectory(
                "kezheng-postgres", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (isRoot()) {
            UserPrincipal owner =
                    base.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(base, owner);
        }
        return base;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException("No port is free", refused);
        }
    }
}
