package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Limits;

/// A snapshot that is no use is named and passed over; the one before it serves, or the journal.
class SnapshotFaultTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Snapshots.write(directory);
    }

    @Test
    void aFlippedByteAnywhereIsFoundAndTheSnapshotBeforeServes() throws IOException {
        Path newest = new SnapshotFiles(directory).path(6);
        byte[] bytes = Files.readAllBytes(newest);
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] ^= 0x10;
            Files.write(newest, bytes);
            assertPassedOver(SnapshotFault.Kind.DAMAGED);
            bytes[at] ^= 0x10;
        }
        Files.write(newest, bytes);
        assertThat(Snapshots.recover(directory)).isEqualTo(new Recovery(6, 7, List.of()));
    }

    @Test
    void aSnapshotCutOffAnywhereIsFound() throws IOException {
        Path newest = new SnapshotFiles(directory).path(6);
        byte[] bytes = Files.readAllBytes(newest);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(newest, Arrays.copyOf(bytes, length));
            assertPassedOver(SnapshotFault.Kind.DAMAGED);
        }
    }

    @Test
    void withoutAnySoundSnapshotTheJournalServes() throws IOException {
        for (Path file : new SnapshotFiles(directory).newestFirst()) {
            Files.write(file, new byte[] {'K', 'Z'});
        }
        Recovery recovery = Snapshots.recover(directory);
        assertThat(recovery.snapshotPosition()).isZero();
        assertThat(recovery.lastPosition()).isEqualTo(7);
        assertThat(recovery.faults()).extracting(SnapshotFault::kind).containsOnly(SnapshotFault.Kind.DAMAGED);
        assertThat(recovery.faults()).hasSize(2);
    }

    @Test
    void aNewerFormatIsPassedOver() throws IOException {
        Path newest = new SnapshotFiles(directory).path(6);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[9]++;
        ByteWriter sealed = new ByteWriter().raw(bytes, 0, bytes.length - ChainHash.BYTES);
        byte[] seal = Hashes.sha256(sealed.toBytes());
        Files.write(newest, sealed.raw(seal, 0, seal.length).toBytes());
        assertPassedOver(SnapshotFault.Kind.NEWER_VERSION);
    }

    @Test
    void oneOfAnotherEngineIsPassedOver() throws IOException {
        Snapshots.change(directory, 6, snapshot -> changed(snapshot, snapshot.place(), snapshot.engineVersion() + 1));
        assertPassedOver(SnapshotFault.Kind.OTHER_ENGINE);
    }

    @Test
    void oneOfOtherLimitsIsPassedOver() throws IOException {
        Snapshots.change(
                directory,
                6,
                found -> new Snapshot(
                        found.place(),
                        found.engineVersion(),
                        found.stateVersion(),
                        found.build(),
                        Limits.standard(),
                        found.configuration(),
                        found.state(),
                        found.receipts()));
        assertPassedOver(SnapshotFault.Kind.OTHER_LIMITS);
    }

    @Test
    void oneOfAnotherJournalIsPassedOver() throws IOException {
        ChainHash other = ChainHash.ofHeader(new byte[] {1});
        Snapshots.change(
                directory,
                6,
                found -> changed(found, new JournalPlace(6, other, found.place().lastMicros()), found.engineVersion()));
        assertPassedOver(SnapshotFault.Kind.OTHER_JOURNAL);
    }

    @Test
    void oneBeyondTheJournalsEndIsPassedOver() throws IOException {
        Files.move(new SnapshotFiles(directory).path(6), new SnapshotFiles(directory).path(60));
        Snapshots.change(
                directory,
                60,
                found -> changed(
                        found,
                        new JournalPlace(
                                60, found.place().chain(), found.place().lastMicros()),
                        found.engineVersion()));
        assertPassedOver(SnapshotFault.Kind.JOURNAL_ENDS_BEFORE);
    }

    @Test
    void aForgedStateIsFoundByTheRecordsBehindIt() throws IOException {
        Snapshots.change(directory, 6, found -> withState(found, StateBytes.of(signedIn())));
        assertPassedOver(SnapshotFault.Kind.DIFFERENT);
    }

    @Test
    void bytesThatAreNoStateArePassedOver() throws IOException {
        Snapshots.change(directory, 6, found -> withState(found, new StateBytes(new byte[] {1, 2, 3})));
        SnapshotFault fault = Snapshots.recover(directory).faults().getFirst();
        assertThat(fault.kind()).isEqualTo(SnapshotFault.Kind.DAMAGED);
        assertThat(fault).hasToString("Snapshot 00000000000000000006.kzs: it holds no state of an engine");
    }

    @Test
    void verificationFindsAForgedStateWhereNoRecordFollows() throws IOException {
        Snapshots.change(directory, 3, found -> withState(found, StateBytes.of(signedIn())));
        Verification verified = Verification.of(directory);
        assertThat(verified.snapshots()).containsExactly(6L);
        assertThat(verified.snapshotFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(SnapshotFault.Kind.DIFFERENT);
            assertThat(fault.what()).isEqualTo("the engine's state in it differs from what the journal gives");
        });
    }

    @Test
    void verificationFindsAForgedReceipt() throws IOException {
        Snapshots.change(directory, 6, found -> {
            RememberedReceipt last = found.receipts().getLast();
            Receipt forged =
                    new Receipt(last.receipt().position(), last.receipt().nowMicros(), List.of());
            List<RememberedReceipt> receipts = new ArrayList<>(found.receipts());
            receipts.set(receipts.size() - 1, new RememberedReceipt(last.id(), forged));
            return new Snapshot(
                    found.place(),
                    found.engineVersion(),
                    found.stateVersion(),
                    found.build(),
                    found.limits(),
                    found.configuration(),
                    found.state(),
                    receipts);
        });
        assertThat(Verification.of(directory).snapshotFaults())
                .extracting(SnapshotFault::what)
                .containsExactly("a receipt in it differs from what the journal gives");
    }

    @Test
    void damageOfTheJournalBehindASnapshotIsDamage() throws IOException {
        Path last = Journals.last(directory);
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length - 20] ^= 1;
        Files.write(last, bytes);
        assertThatThrownBy(() -> Snapshots.recover(directory)).isInstanceOf(JournalException.Damaged.class);
    }

    @Test
    void aMissingSegmentBeforeASnapshotIsNamed() throws IOException {
        Path segments = directory.resolve("three");
        HostSettings settings =
                Worlds.settings(segments, TimeSource.system(), 2).withRecordsPerSnapshot(3);
        try (Steps steps = Steps.open(settings)) {
            Snapshots.apply(steps, Journals.commands(), 0);
        }
        Files.delete(new SegmentFiles(segments).path(3));
        assertThatThrownBy(() -> SoloHost.open(settings))
                .isInstanceOf(JournalException.Damaged.class)
                .hasMessageContaining("position 3");
    }

    @Test
    void aFaultyOneIsDeletedBeforeAGoodOne() throws IOException {
        Files.write(new SnapshotFiles(directory).path(6), new byte[] {1});
        try (Steps steps = Steps.open(Snapshots.settings(directory))) {
            Snapshots.apply(steps, List.of(new Command.SignIn(Worlds.SECOND), Worlds.arrive(8)), 7);
        }
        assertThat(Snapshots.positions(directory)).containsExactly(9L, 3L);
    }

    private void assertPassedOver(SnapshotFault.Kind kind) {
        Recovery recovery = Snapshots.recover(directory);
        assertThat(recovery.faults()).extracting(SnapshotFault::kind).containsExactly(kind);
        assertThat(recovery.snapshotPosition()).isEqualTo(3);
        assertThat(recovery.lastPosition()).isEqualTo(7);
        assertThat(Verification.of(directory).snapshotFaults())
                .extracting(SnapshotFault::kind)
                .containsExactly(kind);
    }

    /// One in which nothing but a configuration and a sign-in has happened.
    private static Engine signedIn() {
        Engine engine = new Engine(Worlds.LIMITS);
        engine.apply(new Command.Configure(Worlds.configuration(1)), Journals.START, event -> {});
        engine.apply(new Command.SignIn(Worlds.FIRST), Journals.START, event -> {});
        return engine;
    }

    private static Snapshot withState(Snapshot found, StateBytes state) {
        return new Snapshot(
                found.place(),
                found.engineVersion(),
                found.stateVersion(),
                found.build(),
                found.limits(),
                found.configuration(),
                state,
                found.receipts());
    }

    private static Snapshot changed(Snapshot found, JournalPlace place, int engineVersion) {
        return new Snapshot(
                place,
                engineVersion,
                found.stateVersion(),
                found.build(),
                found.limits(),
                found.configuration(),
                found.state(),
                found.receipts());
    }
}
