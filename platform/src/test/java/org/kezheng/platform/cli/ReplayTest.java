package org.kezheng.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;

final class ReplayTest {
    private static final String SNAPSHOT = "00000000000000000004.kzs";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path journal;

    @Test
    void verificationComparesTheSnapshots() {
        write();

        assertThat(verify()).isEqualTo(ExitCode.HOLDS);

        assertThat(said())
                .contains("快照 1 份，与日志一致。")
                .contains("Snapshots that agree with it: 1.")
                .contains("The journal has 5 records");
    }

    @Test
    void aSnapshotThatWasChangedIsNamedWithTheWayOut() throws IOException {
        write();
        Path snapshot = journal.resolve(SNAPSHOT);
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot, bytes);

        assertThat(verify()).isEqualTo(ExitCode.DISPROVED);

        assertThat(said())
                .contains("快照 " + SNAPSHOT + " 与日志不符（日志本身完好；删除该文件即可）。")
                .contains("Snapshot " + SNAPSHOT
                        + ": its bytes do not agree with the hash at its end; the journal holds, delete the file");
    }

    @Test
    void anExplanationCanBeHadAsData() {
        try (SoloHost host = SoloHost.open(HostSettings.standard(journal))) {
            host.start();
            QueueTimes times = new QueueTimes(15_000_000, 60_000_000, 600_000_000, 30_000_000);
            ClientId client = new ClientId(1);
            QueueId queue = new QueueId(1);
            SkillId skill = new SkillId(3);
            List<SkillLevel> skills = List.of(new SkillLevel(skill, 8));
            Stream.of(
                            new Command.Configure(new Configuration(
                                    1,
                                    List.of(new SkillDefinition(skill, "support")),
                                    List.of(new QueueDefinition(
                                            queue, "support", client, List.of(new SkillRequirement(skill, 5)), times)),
                                    List.of(
                                            new AgentDefinition(new AgentId(11), skills),
                                            new AgentDefinition(new AgentId(12), skills)))),
                            new Command.SignIn(new AgentId(11)),
                            new Command.SignIn(new AgentId(12)),
                            new Command.MakeReady(new AgentId(11)),
                            new Command.MakeReady(new AgentId(12)),
                            new Command.Arrive(new ContactId(7), client, queue),
                            new Command.Arrive(new ContactId(8), client, queue),
                            new Command.Arrive(new ContactId(9), client, queue))
                    .forEach(command -> host.submit(CommandId.random(), command).join());
        }
        assertThat(data(7)).isEqualTo(ExitCode.HOLDS);
        assertThat(said())
                .startsWith("{\"call\":\"7\",\"decisions\":[{\"journalPosition\":6,")
                .contains(
                        "\"ring\":1,\"requirement\":[{\"skill\":3,\"level\":5}],\"candidates\":2,"
                                + "\"rule\":\"longest-idle\",\"winner\":11,\"runnerUp\":12,\"lostBecause\":\"",
                        "\"sentence\":{\"zh\":\"")
                .doesNotContain("waiting\":{");
        said.reset();
        assertThat(data(9)).isEqualTo(ExitCode.HOLDS);
        assertThat(said())
                .startsWith("{\"call\":\"9\",\"decisions\":[],\"waiting\":{\"queue\":1,\"ring\":1,\"rings\":1,")
                .contains("\"ahead\":0,\"agents\":2,\"busy\":2,");
        said.reset();
        assertThat(data(77)).isEqualTo(ExitCode.DISPROVED);
        assertThat(said()).isEqualTo("{\"call\":\"77\",\"decisions\":[]}" + System.lineSeparator());
    }

    private ExitCode data(long contact) {
        return Replay.explainAsData(
                journal, new ContactId(contact), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private ExitCode verify() {
        return Replay.verify(journal, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /// Five records, and a snapshot behind the fourth.
    private void write() {
        HostSettings settings = HostSettings.standard(journal).withRecordsPerSnapshot(4);
        try (SoloHost host = SoloHost.open(settings)) {
            host.start();
            for (int record = 0; record < 5; record++) {
                host.submit(CommandId.random(), new Command.SignIn(new AgentId(1)))
                        .join();
            }
        }
    }
}
