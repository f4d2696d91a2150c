package org.kezheng.simulation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void jsonTellsWhatWasTried() {
        assertThat(run("--seed", "5", "--events", "3000", "--json")).isZero();
        assertThat(text(out))
                .startsWith("{\"seed\":5,\"events\":3")
                .contains("\"commands\":{", "\"pairs\":{", "\"faults\":{", "\"invariantChecks\":{\"ENDS_ONCE\":")
                .endsWith("\"seldom\":[],\"holds\":true}\n")
                .hasLineCount(1);
    }

    @Test
    void textTellsIt() {
        assertThat(run("--events", "1000")).isZero();
        assertThat(text(out)).startsWith("Seed 1: 1,0").contains("every invariant held", "Checks:", "Faults:");
    }

    @Test
    void tableIsMarkdown() {
        assertThat(run("--events", "1000", "--table")).isZero();
        assertThat(text(out)).startsWith("| Command | State | What comes of it |\n|---|---|---|\n| `");
    }

    @Test
    void strategiesAreCompared() {
        assertThat(run("--strategies")).isZero();
        assertThat(text(out)).startsWith("scenario").hasLineCount(10);
    }

    @Test
    void traceHasALineForEachCommand(@TempDir Path directory) throws IOException {
        Path trace = directory.resolve("trace.ndjson");
        assertThat(run("--events", "500", "--trace", trace.toString())).isZero();
        List<String> lines = Files.readAllLines(trace);
        assertThat(lines).hasSizeGreaterThan(100);
        for (int at = 0; at < lines.size(); at++) {
            assertThat(lines.get(at))
                    .startsWith("{\"n\":" + (at + 1) + ",\"nowMicros\":")
                    .contains(",\"command\":{\"type\":\"", ",\"decisions\":[")
                    .endsWith("]}");
        }
        assertThat(lines.getFirst()).contains("{\"type\":\"Begin\",\"limits\":{\"contacts\":");
        assertThat(lines.get(1)).contains("{\"type\":\"Configure\",\"configuration\":{\"version\":\"1\"");
    }

    @Test
    void aWrongCallNamesWhatIsWrong(@TempDir Path directory) {
        assertThat(run("--events", "none")).isEqualTo(2);
        assertThat(text(error)).contains("--events takes a whole number from 1, not none");
        assertThat(run("--seed")).isEqualTo(2);
        assertThat(text(error)).contains("--seed needs a value");
        assertThat(run("--fast")).isEqualTo(2);
        assertThat(text(error)).contains("unknown option --fast");
        assertThat(run(
                        "--events",
                        "10",
                        "--trace",
                        directory.resolve("no/trace").toString()))
                .isEqualTo(2);
        assertThat(text(error)).contains("cannot write");
    }

    private int run(String... arguments) {
        return Simulate.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
