package org.kezheng.testkit.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kezheng.testkit.await.Await;

/// One running SIPp, an independent SIP implementation, bounded in calls and time. Found by the system property
/// `kezheng.sipp`, or else on the `PATH`; its absence is a failure.
final class Sipp implements AutoCloseable {

    private static final Duration LIFE = Duration.ofMinutes(8);
    private static final Duration PROMPT = Duration.ofSeconds(10);

    private static final Pattern EVENT = Pattern.compile("(?=\\d{4}-\\d{2}-\\d{2}\t)");

    private final Process process;
    private final Path folder;
    private final int port;

    private Sipp(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /// Starts one call to the address.
    static Sipp calling(Scenario scenario, String target) {
        return start(scenario, freePort(), List.of("-m", "1", target));
    }

    /// Starts that many calls to the address, so many each second.
    static Sipp calling(Scenario scenario, String target, int calls, int perSecond) {
        return start(
                scenario,
                freePort(),
                List.of("-m", Integer.toString(calls), "-r", Integer.toString(perSecond), "-l", "200", target));
    }

    /// Waits on the port for at most that many calls, one after the other.
    static Sipp answering(Scenario scenario, int port, int calls) {
        return start(scenario, port, List.of("-m", Integer.toString(calls)));
    }

    static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Sipp start(Scenario scenario, int port, List<String> kind) {
        try {
            Path folder = Files.createTempDirectory("kezheng-sipp");
            Path file = Files.writeString(folder.resolve("scenario.xml"), scenario.xml());
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("kezheng.sipp", "sipp"),
                    "-sf",
                    file.toString(),
                    "-i",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port),
                    "-t",
                    "u1",
                    "-nostdin",
                    "-aa",
                    "-nd",
                    "-cid_str",
                    UUID.randomUUID() + "-%u",
                    "-trace_msg",
                    "-message_file",
                    folder.resolve("messages").toString(),
                    "-trace_err",
                    "-error_file",
                    folder.resolve("errors").toString(),
                    "-trace_stat",
                    "-stf",
                    folder.resolve("statistics").toString(),
                    "-fd",
                    "1",
                    "-timeout",
                    LIFE.toSeconds() + "s"));
            command.addAll(kind);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("screen").toFile())
                    .start();
            return new Sipp(process, folder, port);
        } catch (IOException failure) {
            throw new UncheckedIOException("SIPp could not be started (Debian's package is sip-tester)", failure);
        }
    }

    int port() {
        return port;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    List<SipMessage> messages() {
        try {
            return SipMessage.read(folder.resolve("messages"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<SipMessage> messages(Predicate<SipMessage> wanted) {
        return messages().stream().filter(wanted).toList();
    }

    /// Waits for the count-th message that is wanted.
    SipMessage awaitMessage(String what, int count, Duration within, Predicate<SipMessage> wanted) {
        return Await.until(what, within, () -> messages(wanted), found -> found.size() >= count)
                .get(count - 1);
    }

    /// Tells the telephone to hang up the call: see [Scenario].
    void press(String callId) {
        String message = "MESSAGE sip:phone@127.0.0.1:" + port + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-" + UUID.randomUUID() + "\r\n"
                + "From: <sip:test@127.0.0.1>;tag=test\r\nTo: <sip:phone@127.0.0.1>\r\n"
                + "Call-ID: " + callId + "\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n";
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What SIPp counts itself, as of the last second, or of its end: calls begun, and calls that went by the
    /// scenario to its end.
    record Counts(int created, int successful) {}

    Counts counts() {
        try {
            Path statistics = folder.resolve("statistics");
            List<String> lines = Files.exists(statistics) ? Files.readAllLines(statistics) : List.of();
            if (lines.size() < 2) {
                return new Counts(0, 0);
            }
            List<String> names = List.of(lines.getFirst().split(";", -1));
            String[] values = lines.getLast().split(";", -1);
            return new Counts(
                    Integer.parseInt(values[names.indexOf("TotalCallCreated")]),
                    Integer.parseInt(values[names.indexOf("SuccessfulCall(C)")]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Waits until SIPp has ended by itself, and fails when it says that a call did not go by its scenario.
    void awaitDone(Duration within) {
        Await.until("SIPp ends its scenario", within, () -> !process.isAlive());
        if (process.exitValue() != 0) {
            throw new AssertionError("SIPp ended with " + process.exitValue() + ": " + complaints());
        }
    }

    /// What SIPp complained of, empty when nothing. That a wait ended as its scenario says is no complaint.
    String complaints() {
        try {
            Path errors = folder.resolve("errors");
            String all = Files.exists(errors) ? Files.readString(errors) : "";
            return EVENT.splitAsStream(all)
                    .filter(event -> !event.contains("jumping to label") && !event.startsWith("The following events"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PROMPT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (System.getProperty("kezheng.keep") == null) {
            remove();
        }
    }

    /// SIPp wrote the callers' numbers into its traces.
    private void remove() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
