package org.kezheng.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
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
