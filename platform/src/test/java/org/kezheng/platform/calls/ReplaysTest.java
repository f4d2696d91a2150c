package org.kezheng.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.ContactExplanation;
import org.kezheng.acd.journal.Explanations;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.http.Problem;

final class ReplaysTest {
    private static final ContactId CONTACT = new ContactId(1);

    @Test
    void oneReplayTooManyIsToldToComeAgain() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(Replays.AT_ONCE);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Replays replays = new Replays(contact -> slow(running, mayEnd), Duration.ofMillis(1));
        List<Thread> others = List.of(started(replays), started(replays));
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> replays.of(CONTACT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("ask again");

        mayEnd.countDown();
        for (Thread other : others) {
            other.join();
        }
        assertThat(replays.of(CONTACT).offers()).isEmpty();
    }

    @Test
    void aFailedReplayGivesItsPlaceBack(@TempDir Path directory) throws IOException {
        damage(journalIn(directory));
        Replays replays = new Replays(contact -> Explanations.ofContact(directory, contact), Duration.ofMillis(1));

        for (int time = 0; time <= Replays.AT_ONCE; time++) {
            assertThatThrownBy(() -> replays.of(CONTACT))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("--verify");
        }
    }

    private static Thread started(Replays replays) {
        return Thread.ofVirtual().start(() -> replays.of(CONTACT));
    }

    private static ContactExplanation slow(CountDownLatch running, CountDownLatch mayEnd) {
        running.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new ContactExplanation(List.of(), Optional.empty());
    }

    /// The one file of a journal with two records.
    private static Path journalIn(Path directory) throws IOException {
        try (SoloHost host = SoloHost.open(HostSettings.standard(directory))) {
            host.start();
            for (int record = 0; record < 2; record++) {
                host.submit(CommandId.random(), new Command.SignIn(new AgentId(1)))
                        .join();
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".kzj"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, bytes.length / 2, (byte) 'x');
        Files.write(file, bytes);
    }
}
