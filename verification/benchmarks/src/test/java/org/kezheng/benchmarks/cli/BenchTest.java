package org.kezheng.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What does not depend on the machine: the form, the decisions, no allocation, no long tick.
final class BenchTest {
    private static final Pattern HASHES =
            Pattern.compile("\"decisionHash\":\"([0-9a-f]{16})\",\"naiveDecisionHash\":\"([0-9a-f]{16})\"");

    private static final Pattern BYTES = Pattern.compile("\"bytesPerCommand\":([0-9.]+)}");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"backlog", "idle"})
    void engineAndNaiveDecideAlikeAndNothingIsAllocated(String mode) {
        int code = run("acd", "--size", "30,5,40", "--mode", mode, "--commands", "20000", "--rounds", "2", "--json");
        assertThat(text(error)).isEmpty();
        assertThat(code).isZero();
        String line = text(out);
        assertThat(line)
                .hasLineCount(1)
                .startsWith("{\"bench\":\"acd\",\"agents\":30,\"skills\":5,\"waiting\":40,\"mode\":\"" + mode + "\"")
                .contains("\"commands\":20000,", "\"bytesPerCommand\":0.00", "\"cacheMissNanos\":");
        Matcher hashes = HASHES.matcher(line);
        assertThat(hashes.find()).isTrue();
        assertThat(hashes.group(1)).isEqualTo(hashes.group(2));
        assertThat(Pattern.compile("\"offersPerSecond\":[1-9]").matcher(line).find())
                .isTrue();
    }

    @Test
    void textNamesTheSize() {
        assertThat(run("acd", "--size", "20,3,1200", "--mode", "backlog", "--commands", "20000", "--rounds", "2"))
                .isZero();
        assertThat(text(out))
                .startsWith("20 agents, 3 skills, 1,200 waiting, backlog: ")
                .contains("naive not run");
    }

    /// Times are the machine's; the lines, the bytes and the records replayed are not.
    @Test
    void theHostsFiguresComeOnALineEach(@TempDir Path directory) {
        run(
                "host",
                "--directory",
                directory.toString(),
                "--seconds",
                "1",
                "--commands",
                "150000",
                "--rounds",
                "1",
                "--json");
        assertThat(text(out).lines())
                .hasSize(9)
                .allMatch(line -> line.startsWith("{\"bench\":\"") && line.endsWith("}"))
                .anyMatch(line -> line.startsWith("{\"bench\":\"host-idle\",\"seconds\":1,\"cpuNanos\":"))
                .anyMatch(line ->
                        line.contains("\"durability\":\"forced\",\"commandsPerSecond\":10000,\"commands\":10000,"))
                .anyMatch(
                        line -> line.contains("\"durability\":\"written\",\"commandsPerSecond\":100,\"commands\":100,"))
                .anyMatch(line -> line.contains("\"commands\":150000,") && line.contains("\"replayed\":50000,"));
        assertThat(BYTES.matcher(text(out)).results().map(found -> Double.parseDouble(found.group(1))))
                .hasSize(6)
                .allMatch(bytes -> bytes > 90 && bytes < 400);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aWrongCallNamesWhatIsWrong() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("acd", "--size", "1,2")).isEqualTo(2);
        assertThat(run("acd", "--size", "0,2,3")).isEqualTo(2);
        assertThat(run("acd", "--size", "5,2001,3")).isEqualTo(2);
        assertThat(run("acd", "--mode", "fast")).isEqualTo(2);
        assertThat(run("acd", "--commands")).isEqualTo(2);
        assertThat(run("acd", "--quick")).isEqualTo(2);
        assertThat(run("host", "--commands", "5")).isEqualTo(2);
        assertThat(run("host", "--directory", "/nowhere")).isEqualTo(2);
        assertThat(text(error))
                .contains(
                        "say which: acd or host",
                        "--commands is at least 100000",
                        "--directory /nowhere is no directory",
                        "--size takes agents,skills,waiting, not 1,2",
                        "--size takes whole numbers from 1, not 0",
                        "1 to 2000 skills",
                        "--mode takes backlog or idle, not fast",
                        "--commands needs a value",
                        "unknown option --quick");
    }

    private int run(String... arguments) {
        return Bench.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
