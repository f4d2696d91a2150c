package org.kezheng.platform.packs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Runs the verifier's jar on a pack, an export of the ledger or a journal's directory, as anybody could: in a
/// process of its own, with the public key that a trustful person would give it, and with nothing else of the
/// platform.
public final class OutsideVerifier {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_BYTES = 1 << 20;

    private final Path jar;
    private final Path trustKey;
    /// Each run is a JVM: a few at a time are enough.
    private final Semaphore places = new Semaphore(2);

    /// @param jar the verifier
    /// @param trustKey the public key of the platform, PEM
    public OutsideVerifier(Path jar, Path trustKey) {
        this.jar = jar;
        this.trustKey = trustKey;
    }

    /// One thing that the verifier looked at.
    ///
    /// @param code what it was
    public record Check(String code, boolean holds, String zh, String en) {}

    /// What it found.
    ///
    /// @param holds whether everything holds; false also when it could not read what it was given
    /// @param checks in its order; none when nothing could be read
    public record Result(boolean holds, List<Check> checks) {
        public Result {
            checks = List.copyOf(checks);
        }
    }

    /// Checks what stands at the path, against the platform's public key. Waits for it, at most about a minute.
    ///
    /// @throws IOException when the verifier cannot be run, or says nothing that can be understood
    public Result verify(Path path) throws IOException {
        return verify(path, Map.of());
    }

    /// Checks a journal's directory together with the seals that an export of the ledger holds.
    ///
    /// @throws IOException when the verifier cannot be run, or says nothing that can be understood
    public Result verifyJournal(Path directory, Path ledgerExport) throws IOException {
        return verify(directory, Map.of("--ledger", ledgerExport));
    }

    private Result verify(Path path, Map<String, Path> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                path.toAbsolutePath().toString(),
                "--json",
                "--trust",
                trustKey.toString()));
        options.forEach((name, file) -> command.addAll(List.of(name, file.toString())));
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Too many verifications run at the same time");
            }
            try {
                return run(command);
            } finally {
                places.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the verifier ran", interrupted);
        }
    }

    private static Result run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(false);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        // What it is told comes by its arguments alone.
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("JDK"));
        Process process = builder.start();
        // A verifier that hangs ends its output when it is ended, and so the reading below.
        Thread.ofVirtual().start(() -> endWhenLate(process));
        try {
            String said = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            process.waitFor();
            return JSON.readerFor(Result.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(said);
        } catch (JacksonException e) {
            throw new IOException("The verifier ended with " + process.exitValue() + " and said nothing of use", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void endWhenLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
