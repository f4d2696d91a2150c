package org.kezheng.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void whatIsWrongIsListedAndFails() throws IOException {
        Files.writeString(file, FlowExample.whole().replace("\"start\": \"notice\"", "\"start\": \"gone\""));

        ExitCode code = FlowCommand.run(new String[] {"check", file.toString(), "--lang", "en"}, out);

        assertThat(code).isEqualTo(ExitCode.DISPROVED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("/start", "UNKNOWN_NODE", "add it");
    }
}
