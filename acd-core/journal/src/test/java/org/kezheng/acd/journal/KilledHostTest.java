package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;

class KilledHostTest {
    private static final int ACKNOWLEDGED = 1_000;

    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void aHostKilledInTheMiddleOfWritingLosesNothingAcknowledged() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalingChild.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == ACKNOWLEDGED) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        assertAllAreThere(acknowledged);
        Verification verified = Verification.of(directory);
        assertThat(verified.snapshots()).isNotEmpty();
        assertThat(verified.snapshotFaults()).isEmpty();
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            assertThat(host.recovery())
                    .isEqualTo(new Recovery(verified.snapshots().getLast(), verified.lastPosition(), List.of()));
            assertThat(Worlds.submit(host, new Command.SignIn(Worlds.FIRST)).events())
                    .isEmpty();
        }
    }

    private void assertAllAreThere(List<String> acknowledged) {
        List<JournalRecord> records = new ArrayList<>();
        JournalReader.open(directory).from(1).forEach(records::add);
        for (String line : acknowledged.subList(0, acknowledged.size() - 1)) {
            String[] words = line.split(" ", -1);
            JournalRecord record = records.get(Integer.parseInt(words[0]) - 1);
            assertThat(record.position()).isEqualTo(Long.parseLong(words[0]));
            assertThat(record.command())
                    .isEqualTo(new Command.Leave(new ContactId(Long.parseLong(words[1])), LeaveCause.CALLER_HUNG_UP));
        }
    }
}
