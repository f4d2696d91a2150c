package org.kezheng.platform.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Speaks by espeak-ng, a program of its own under the GPL-3.0: it is run, not linked, and only what it says is used,
/// which its licence does not cover.
final class Espeak implements Speech {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WORDS_A_MINUTE = "150";
    private static final String VOLUME = "130";

    private final Path program;

    Espeak(Path program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "espeak-ng " + WORDS_A_MINUTE + " " + VOLUME;
    }

    @Override
    public Waveform speak(String text, Voice voice) throws IOException {
        if (!Files.isExecutable(program)) {
            throw new IOException("The speech program espeak-ng is missing: install the package espeak-ng, or name the"
                    + " program in KEZHENG_ESPEAK, and start again");
        }
        List<String> command = List.of(
                program.toString(),
                "-v",
                voice.code(),
                "-s",
                WORDS_A_MINUTE,
                "-a",
                VOLUME,
                "-b",
                "1",
                "--stdin",
                "--stdout");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return Waveform.read(said(process, text));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a prompt was spoken", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] said(Process process, String text) throws IOException, InterruptedException {
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] said = process.getInputStream().readAllBytes();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            throw new IOException("The speech program espeak-ng failed at a prompt");
        }
        return said;
    }
}
