package org.kezheng.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.flows.FlowExample;

final class FlowCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("flow.json"), FlowExample.whole());
    }

    @Test
    void aFlowIsTriedWithoutATelephone() throws IOException {
        ExitCode code = FlowCommand.run(
                new String[] {
                    "try",
                    file.toString(),
                    "--at",
                    "2026-10-10T09:30",
                    "--keys",
                    "1 880000# 4321# 1",
                    "--verified",
                    "4321"
                },
                out);

        assertThat(code).isEqualTo(ExitCode.HOLDS);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("本次通话将被录音", "查询请按一", "核身通过", "排队等人工", "按您的排队顺序尽快回电")
                .doesNotContain("4321");
    }

    @Test
    void outOfHoursIsTriedByNamingATime() throws IOException {
        FlowCommand.run(
                new String[] {"try", file.toString(), "--at", "2026-10-07T09:30", "--keys", "1", "--lang", "en"}, out);

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("a message, at most 120 seconds");
    }

    @Test
    void theSitesOwnCalendarDecidesAndAnotherYearIsTriedOverIt() throws IOException {
        Path calendar = Files.createDirectories(directory.resolve("calendar"));
        String year = """
                {"schema": 1, "year": 2027, "source": "s", "holidays": [{"name": "a", "from": "2027-06-01", "to": "2027-06-01"}],
                 "workingDays": []}""";
        Files.writeString(calendar.resolve("2027.json"), year);
        assertThat(triedOn("2027-06-01T09:30")).contains("a message, at most 120 seconds");
        assertThat(triedOn("2027-06-02T09:30")).doesNotContain("a message, at most", "no holidays are known");
        assertThat(triedOn("2028-06-01T09:30")).contains("no holidays are known");
        Path other = Files.writeString(directory.resolve("other.json"), year.replace("06-01", "06-02"));
        assertThat(triedOn("2027-06-02T09:30", "--holidays", other.toString())).contains("a message, at most");
    }

    private String triedOn(String time, String... more) throws IOException {
        said.reset();
        List<String> arguments = new ArrayList<>(List.of("try", file.toString(), "--keys", "1", "--lang", "en"));
        arguments.addAll(List.of("--at", time, "--data", directory.toString()));
        arguments.addAll(List.of(more));
        FlowCommand.run(arguments.toArray(String[]::new), out);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrongIsListedAndFails() throws IOException {
        Files.writeString(file, FlowExample.whole().replace("\"start\": \"notice\"", "\"start\": \"gone\""));

        ExitCode code = FlowCommand.run(new String[] {"check", file.toString(), "--lang", "en"}, out);

        assertThat(code).isEqualTo(ExitCode.DISPROVED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("/start", "UNKNOWN_NODE", "add it");
    }
}
