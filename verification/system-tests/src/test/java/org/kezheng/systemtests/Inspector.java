package org.kezheng.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody with a file, a public key, the verifier and an old Java, and nothing else.
final class Inspector {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path desk;
    private final Path key;

    /// @param desk a directory to put files in
    /// @param key the public key that the person trusts
    Inspector(Path desk, Path key) {
        this.desk = desk;
        this.key = key;
    }

    /// What the verifier ended with, and said.
    record Verdict(int exitCode, String said) {

        /// The codes of what does not hold, of a verdict told as JSON.
        List<String> disproved() {
            List<String> codes = new ArrayList<>();
            for (JsonNode check : JSON.readTree(said).path("checks")) {
                if (!check.path("holds").asBoolean()) {
                    codes.add(check.path("code").asString());
                }
            }
            return codes;
        }
    }

    /// Verifies a file by the key that the person trusts.
    Verdict verify(byte[] file, String... more) {
        List<String> options = new ArrayList<>(List.of("--trust", key.toString()));
        options.addAll(List.of(more));
        return run(put("file", file), options);
    }

    /// Verifies a file without any key.
    Verdict verifyWithoutKey(byte[] file) {
        return run(put("file", file), List.of("--json"));
    }

    /// Verifies what lies at a place.
    Verdict verifyAt(Path place, String... more) {
        List<String> options = new ArrayList<>(List.of("--trust", key.toString()));
        options.addAll(List.of(more));
        return run(place, options);
    }

    /// Puts a file on the desk.
    Path put(String name, byte[] content) {
        try {
            return Files.write(desk.resolve(name), content);
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private static Verdict run(Path place, List<String> options) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    oldJava().toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    root().resolve("dist").resolve("verify.jar").toString(),
                    place.toString()));
            command.addAll(options);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor(), said);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the verifier ran", interrupted);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("kezheng.root", "../..")).toAbsolutePath();
    }

    /// 17 where the machine has one, otherwise the one that runs the tests.
    private static Path oldJava() throws IOException {
        Path homes = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(homes)) {
            try (Stream<Path> found = Files.list(homes)) {
                List<Path> seventeen = found.filter(home -> home.toString().contains("17"))
                        .map(home -> home.resolve("bin").resolve("java"))
                        .filter(Files::isExecutable)
                        .toList();
                if (!seventeen.isEmpty()) {
                    return seventeen.getFirst();
                }
            }
        }
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
