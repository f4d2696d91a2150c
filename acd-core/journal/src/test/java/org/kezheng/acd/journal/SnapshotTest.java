package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;

class SnapshotTest {
    private static final Command LEAVE = new Command.Leave(new ContactId(8), LeaveCause.CALLER_HUNG_UP);

    @TempDir
    Path directory;

    @Test
    void aHostGoesOnFromTheNewestSnapshotAsFromTheWholeJournal() throws IOException {
        Snapshots.write(directory);
        long digest;
        try (JournaledSteps steps =
                JournaledSteps.open(Snapshots.settings(directory), new DiskStore(Durability.WRITTEN))) {
            assertThat(steps.recovery()).isEqualTo(new Recovery(6, 7, List.of()));
            Snapshots.apply(steps, List.of(new Command.SignIn(Worlds.SECOND), Worlds.arrive(8), LEAVE), 7);
            digest = steps.digest();
        }
        Verification whole = Verification.of(directory);
        assertThat(whole.lastPosition()).isEqualTo(10);
        assertThat(whole.digest()).isEqualTo(digest);
        assertThat(whole.snapshots()).containsExactly(6L, 9L);
        assertThat(whole.snapshotFaults()).isEmpty();
    }

    @Test
    void theNewestTwoAreKept() throws IOException {
        Snapshots.write(directory);
        try (Steps steps = Steps.open(Snapshots.settings(directory))) {
            Snapshots.apply(steps, List.of(new Command.SignIn(Worlds.SECOND), Worlds.arrive(8)), 7);
        }
        assertThat(Snapshots.positions(directory)).containsExactly(9L, 6L);
    }

    @Test
    void aCommandFromBeforeASnapshotIsStillRemembered() throws IOException {
        Snapshots.write(directory);
        try (Steps steps = Steps.open(Snapshots.settings(directory))) {
            Step repeated = steps.apply(new CommandId(0, 4), Worlds.arrive(7), Journals.START + 60_000_000);
            assertThat(repeated).isInstanceOf(Step.Repeated.class);
            assertThat(repeated.receipt().position()).isEqualTo(4);
            assertThat(repeated.receipt().events()).isNotEmpty();
            assertThat(steps.position()).isEqualTo(7);
        }
    }

    @Test
    void effectsFromBeforeASnapshotAreStillPending() throws IOException {
        Snapshots.write(directory);
        try (Steps steps = Steps.open(Snapshots.settings(directory));
                Replay replay = new Replay(directory, null, null)) {
            while (replay.next() != null) {
                assertThat(replay.engine()).isNotNull();
            }
            assertThat(steps.pendingEffects()).isEqualTo(replay.engine().pendingEffects());
        }
    }

    @Test
    void withoutSnapshotsNoneIsTaken() throws IOException {
        HostSettings settings = Worlds.settings(directory).withRecordsPerSnapshot(0);
        try (SoloHost host = Worlds.started(settings)) {
            Worlds.staff(host);
        }
        assertThat(Snapshots.positions(directory)).isEmpty();
        assertThat(Snapshots.recover(directory)).isEqualTo(new Recovery(0, 5, List.of()));
    }

    @Test
    void aHostTellsOfEachSnapshot() throws IOException {
        BlockingQueue<SnapshotOutcome> outcomes = new LinkedBlockingQueue<>();
        SoloHost host = SoloHost.open(Snapshots.settings(directory));
        host.onSnapshot(outcomes::add);
        host.start();
        try (host) {
            Worlds.staff(host);
            assertThat(Snapshots.take(outcomes)).isInstanceOfSatisfying(SnapshotOutcome.Written.class, written -> {
                assertThat(written.position()).isEqualTo(3);
                assertThat(new SnapshotFiles(directory).path(3)).hasSize(written.bytes());
            });
        }
    }

    @Test
    void aSnapshotIsBegunOnlyOnceItsRecordsAreDurable() throws IOException {
        FakeDisk disk = new FakeDisk();
        try (SoloHost host = SoloHost.open(Snapshots.settings(directory), disk)) {
            host.start();
            Worlds.submit(host, new Command.Configure(Worlds.configuration(1)));
            Worlds.submit(host, new Command.SignIn(Worlds.FIRST));
            disk.isFull.set(true);
            CompletableFuture<Receipt> refused = host.submit(CommandId.random(), new Command.MakeReady(Worlds.FIRST));
            refused.exceptionally(full -> null).join();
            assertThat(refused).isCompletedExceptionally();
        }
        assertThat(Snapshots.positions(directory)).isEmpty();
        assertThat(Verification.of(directory).lastPosition()).isEqualTo(2);
    }

    @Test
    void aSnapshotThatTheDiskRefusesIsGivenUpAndTheHostGoesOn() throws IOException {
        FakeDisk disk = new FakeDisk();
        disk.isFullForSnapshots.set(true);
        BlockingQueue<SnapshotOutcome> outcomes = new LinkedBlockingQueue<>();
        SoloHost host = SoloHost.open(Snapshots.settings(directory), disk);
        host.onSnapshot(outcomes::add);
        host.start();
        try (host) {
            Worlds.staff(host);
            assertThat(Snapshots.take(outcomes)).isInstanceOf(SnapshotOutcome.Failed.class);
            assertThat(directory)
                    .isDirectoryNotContaining(file -> file.toString().contains(".kzs"));
            disk.isFullForSnapshots.set(false);
            Worlds.submit(host, Worlds.arrive(7));
            assertThat(Snapshots.take(outcomes)).isInstanceOf(SnapshotOutcome.Written.class);
        }
        assertThat(Snapshots.recover(directory)).isEqualTo(new Recovery(6, 6, List.of()));
    }

    @Test
    void whatADyingHostLeftUnfinishedIsRemoved() throws IOException {
        Snapshots.write(directory);
        Path unfinished = new SnapshotFiles(directory).unfinished(9);
        Files.write(unfinished, new byte[] {1, 2, 3});
        assertThat(Snapshots.recover(directory)).isEqualTo(new Recovery(6, 7, List.of()));
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aTornTailBehindASnapshotIsCut() throws IOException {
        Snapshots.write(directory);
        byte[] bytes = Files.readAllBytes(Journals.last(directory));
        Files.write(Journals.last(directory), Arrays.copyOf(bytes, bytes.length - 3));
        assertThat(Snapshots.recover(directory)).isEqualTo(new Recovery(6, 6, List.of()));
        Worlds.started(Snapshots.settings(directory)).close();
        assertThat(Verification.of(directory).hasTornTail()).isFalse();
    }
}
