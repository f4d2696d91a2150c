package org.kezheng.testkit.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kezheng.testkit.await.Await;

/// An installation of its own, in a new directory, on ports that were free. It is stopped and removed by [#close];
/// the system property `kezheng.keep` leaves its directory behind, for reading its logs.
public final class Installation implements AutoCloseable {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(6);
    private static final Duration PROMPT = Duration.ofSeconds(10);

    private final Path launcher;
    private final Path folder;
    private final int port;

    private Installation(Path launcher, Path folder, int port) {
        this.launcher = launcher;
        this.folder = folder;
        this.port = port;
    }

    /// A directory and ports, with nothing started yet.
    public static Installation prepared() {
        try {
            // Everyone may pass: as root the launcher runs the database and the PBX as users of their own.
            Path folder = Files.createTempDirectory("kezheng-it");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Installation(Launcher.path(), folder, Ports.freeBase());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts a new installation with its demonstration data.
    public static Installation started() {
        Installation installation = prepared();
        try {
            installation.up();
            return installation;
        } catch (AssertionError notStarted) {
            installation.close();
            throw notStarted;
        }
    }

    /// The data directory that the launcher is given.
    public Path dataDir() {
        return folder.resolve("data");
    }

    /// The console's port.
    public int port() {
        return port;
    }

    /// Starts what does not run and comes back when the platform is ready.
    public Status up(String... more) {
        launch(upArguments(more)).expectDone();
        Status status = status();
        if (!status.isReady()) {
            throw new AssertionError("up ended with 0, but status says that it is not ready: " + status.json());
        }
        return status;
    }

    /// The arguments of `up` for this installation, for a test that looks at the exit code.
    public List<String> upArguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach", "--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        return List.copyOf(arguments);
    }

    /// What the launcher says of it.
    public Status status() {
        return Status.parse(launch(List.of("status", "--json")).output());
    }

    /// Stops everything.
    public LauncherRun down() {
        return launch(List.of("down"));
    }

    /// Runs the launcher on this installation's data.
    public LauncherRun launch(List<String> arguments) {
        return launch(arguments, Map.of());
    }

    /// Runs the launcher on this installation's data with some environment variables replaced; an empty value removes.
    public LauncherRun launch(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", dataDir().toString()));
        return Launcher.run(command, environment, LONGEST_RUN);
    }

    /// Kills a process without a word, as a power cut would, and waits until it is gone.
    public static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new AssertionError("process " + pid + " is to be killed, but does not run"));
        if (!process.destroyForcibly()) {
            throw new AssertionError("process " + pid + " could not be killed");
        }
        awaitGone(pid);
    }

    /// Sends a signal by its name, such as `INT`.
    public static void signal(long pid, String name) {
        Launcher.run(List.of("kill", "-" + name, Long.toString(pid)), Map.of(), PROMPT)
                .expectDone();
    }

    /// Waits until a process is gone.
    public static void awaitGone(long pid) {
        Await.until("process " + pid + " is gone", PROMPT, () -> !isAlive(pid));
    }

    /// Whether the process runs. One that has ended and that its parent has not asked after yet does not.
    public static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            down();
        } finally {
            if (System.getProperty("kezheng.keep") == null) {
                keepLogs();
                remove();
            }
        }
    }

    /// What the processes logged outlives the installation: a failure that comes once is read there.
    private void keepLogs() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".log")).toList()) {
                Path kept = Path.of("target", "installations")
                        .resolve(folder.getFileName())
                        .resolve(folder.relativize(file));
                Files.createDirectories(kept.getParent());
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
