package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.testkit.await.Await;

class HostTimeTest {
    private final FakeTime time = new FakeTime();

    @TempDir
    Path directory;

    @Test
    void aJumpOfTheRunningClockIsJournaledAndInstantsNeverGoBack() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory, time, 100))) {
            Worlds.staff(host);
            time.setWallBy(60_000_000);
            Worlds.submit(host, Worlds.arrive(7));
            time.setWallBy(-120_000_000);
            Worlds.submit(host, Worlds.arrive(8));
        }
        List<JournalRecord> records = records();
        assertThat(records).extracting(JournalRecord::nowMicros).isSorted();
        assertThat(records)
                .extracting(JournalRecord::command)
                .filteredOn(Command.ClockJumped.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aClockBehindTheJournalAtTheOpeningIsJournaledFirst() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory, time, 100))) {
            Worlds.staff(host);
        }
        time.setWallBy(-3_600_000_000L);
        try (SoloHost host = Worlds.started(Worlds.settings(directory, time, 100))) {
            Worlds.submit(host, Worlds.arrive(7));
        }
        List<JournalRecord> records = records();
        assertThat(records.get(5).command()).isInstanceOf(Command.ClockJumped.class);
        assertThat(records).extracting(JournalRecord::nowMicros).isSorted();
    }

    /// A thread that waits without a time to wake at burns nothing.
    @Test
    void anIdleHostSleepsUntilSomebodyWakesIt() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory, time, 100))) {
            Worlds.staff(host);
            for (String name : List.of("kezheng-engine", "kezheng-publishing")) {
                Await.until(
                        name + " sleeps",
                        Duration.ofSeconds(10),
                        () -> stateOf(name).filter(Thread.State.WAITING::equals).isPresent());
            }
        }
    }

    @Test
    void aHostWithADeadlineSleepsUntilThenAndNoShorter() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory, time, 100))) {
            Worlds.staff(host);
            Worlds.submit(host, Worlds.arrive(7));
            Await.until(
                    "the engine sleeps",
                    Duration.ofSeconds(10),
                    () -> stateOf("kezheng-engine")
                            .filter(Thread.State.TIMED_WAITING::equals)
                            .isPresent());
            long before = host.lastPosition();
            Await.throughout("nothing happens", Duration.ofMillis(300), () -> host.lastPosition() == before);
        }
    }

    private static Optional<Thread.State> stateOf(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .map(Thread::getState)
                .findFirst();
    }

    private List<JournalRecord> records() {
        List<JournalRecord> records = new ArrayList<>();
        JournalReader.open(directory).from(1).forEach(records::add);
        return records;
    }
}
