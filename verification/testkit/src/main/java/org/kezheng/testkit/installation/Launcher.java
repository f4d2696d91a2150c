package org.kezheng.testkit.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the launcher, or another command, to its end. The launcher is named by the system property `kezheng.launcher`;
/// otherwise it is found by walking up from the working directory.
final class Launcher {

    private Launcher() {}

    static Path path() {
        String named = System.getProperty("kezheng.launcher");
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve("kezheng")) && Files.exists(at.resolve("pom.xml"))) {
                return at.resolve("kezheng");
            }
        }
        throw new IllegalStateException("no launcher above the working directory; name it in kezheng.launcher");
    }

    /// Output goes through files: what the launcher leaves running may hold on to a pipe, and reading it would not end.
    static LauncherRun run(List<String> command, Map<String, String> environment, Duration within) {
        try {
            Path output = Files.createTempFile("launcher", ".out");
            Path errors = Files.createTempFile("launcher", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            Process process = builder.start();
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + within + "\n" + Files.readString(output)
                        + "\n" + Files.readString(errors));
            }
            LauncherRun run = new LauncherRun(process.exitValue(), Files.readString(output), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return run;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the launcher ran", interrupted);
        }
    }
}
