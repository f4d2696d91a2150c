package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;

/// What stands behind the boundary does not depend on who stands in front of it.
class StepsTest {
    @TempDir
    Path directory;

    @Test
    void aSequencersHostWritesTheSameBytesAsTheSoloHost() throws IOException {
        Path solo = directory.resolve("solo");
        FakeTime time = new FakeTime();
        try (SoloHost host = Worlds.started(Worlds.settings(solo, time, 25).withRecordsPerSnapshot(20))) {
            live(host, time);
        }
        List<JournalRecord> ordered = new ArrayList<>();
        JournalReader.open(solo).from(1).forEach(ordered::add);
        assertThat(ordered)
                .hasSizeGreaterThan(150)
                .extracting(JournalRecord::command)
                .hasAtLeastOneElementOfType(Command.Tick.class)
                .hasAtLeastOneElementOfType(Command.ClockJumped.class);
        for (long seed = 1; seed <= 5; seed++) {
            Path sequenced = directory.resolve("sequenced-" + seed);
            List<Receipt> receipts = new SequencerHost(sequenced, new Random(seed)).run(ordered, (int) seed - 1);
            assertThat(receipts)
                    .isEqualTo(ordered.stream()
                            .map(made -> new Receipt(made.position(), made.nowMicros(), made.events()))
                            .toList());
            assertSameSegments(solo, sequenced);
            assertThat(Verification.of(sequenced).snapshots()).isNotEmpty();
        }
        assertThat(Verification.of(solo).snapshotFaults()).isEmpty();
    }

    @Test
    void snapshotsOfTheSamePlaceAreTheSameBytes() throws IOException {
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        Snapshots.write(one);
        try (Steps steps = Steps.open(Snapshots.settings(two))) {
            Snapshots.apply(steps, Journals.commands().subList(0, 4), 0);
        }
        try (Steps steps = Steps.open(Snapshots.settings(two))) {
            Snapshots.apply(steps, Journals.commands().subList(4, 7), 4);
        }
        assertThat(Snapshots.positions(two)).isEqualTo(Snapshots.positions(one)).containsExactly(6L, 3L);
        for (long position : Snapshots.positions(one)) {
            assertThat(new SnapshotFiles(two).path(position))
                    .hasSameBinaryContentAs(new SnapshotFiles(one).path(position));
        }
    }

    @Test
    void anInstantBeforeTheLastCountsAsTheLast() throws IOException {
        try (Steps steps = Steps.open(Worlds.settings(directory))) {
            steps.apply(new CommandId(0, 1), new Command.Tick(), Journals.START);
            Step second = steps.apply(new CommandId(0, 2), new Command.Tick(), Journals.START - 1);
            assertThat(second.receipt().nowMicros()).isEqualTo(Journals.START);
            assertThat(steps.lastMicros()).isEqualTo(Journals.START);
        }
    }

    @Test
    void whatWasNotCommittedIsLost() throws IOException {
        try (Steps steps = Steps.open(Worlds.settings(directory))) {
            steps.apply(new CommandId(0, 1), new Command.Tick(), Journals.START);
            steps.commit();
            steps.apply(new CommandId(0, 2), new Command.Tick(), Journals.START);
            assertThat(steps.position()).isEqualTo(2);
        }
        assertThat(Verification.of(directory).lastPosition()).isEqualTo(1);
    }

    /// Calls come, are answered, missed and hung up; deadlines pass, and the clock is set.
    private static void live(SoloHost host, FakeTime time) {
        Worlds.staff(host);
        for (long contact = 1; contact <= 60; contact++) {
            send(host, Worlds.arrive(contact));
            time.advance(1_000_000);
            if (contact % 7 == 0) {
                send(host, new Command.Leave(new ContactId(contact), LeaveCause.CALLER_HUNG_UP));
            }
            if (contact % 5 == 0) {
                time.advance(70_000_000);
                send(host, new Command.Tick());
                send(host, new Command.MakeReady(Worlds.FIRST));
                send(host, new Command.MakeReady(Worlds.SECOND));
            }
            if (contact == 30) {
                time.setWallBy(3_600_000_000L);
            }
        }
    }

    /// Two of three offers that come of it are answered.
    private static void send(SoloHost host, Command command) {
        for (Event event : Worlds.submit(host, command).events()) {
            if (event instanceof Event.OfferMade made && made.offer().value() % 3 != 0) {
                send(host, new Command.OfferRinging(made.offer()));
                send(host, new Command.OfferAnswered(made.offer()));
                send(host, new Command.EndTalk(made.contact()));
            }
        }
    }

    private static void assertSameSegments(Path expected, Path found) throws IOException {
        List<Path> segments = new SegmentFiles(expected).list();
        assertThat(new SegmentFiles(found).list()).hasSameSizeAs(segments);
        for (Path segment : segments) {
            assertThat(Files.readAllBytes(found.resolve(SegmentFiles.name(segment))))
                    .isEqualTo(Files.readAllBytes(segment));
        }
    }
}
