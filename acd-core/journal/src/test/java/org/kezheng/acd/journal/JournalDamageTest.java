package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.Refusal;

class JournalDamageTest {
    private static final List<Command> COMMANDS = Journals.commands();

    @TempDir
    Path directory;

    @Test
    void aTailTornAtAnyByteOfTheLastRecordIsCutAndWrittenAnew() throws IOException {
        Path whole = directory.resolve("whole");
        Path shorter = directory.resolve("shorter");
        Journals.write(whole, COMMANDS, 100);
        Journals.write(shorter, COMMANDS.subList(0, COMMANDS.size() - 1), 100);
        byte[] bytes = Files.readAllBytes(Journals.last(whole));
        int start = (int) Files.size(Journals.last(shorter));
        for (int length = start; length < bytes.length; length++) {
            Path torn = directory.resolve("torn-" + length);
            Journals.copy(whole, torn);
            Files.write(Journals.last(torn), Arrays.copyOf(bytes, length));
            assertThat(JournalReader.open(torn).from(1)).hasSize(COMMANDS.size() - 1);
            assertThat(Verification.of(torn).hasTornTail()).isEqualTo(length > start);
            try (SoloHost host = SoloHost.open(Worlds.settings(torn))) {
                assertThat(host.lastPosition()).isEqualTo(COMMANDS.size() - 1);
                host.start();
                Worlds.submit(host, COMMANDS.getLast());
            }
            assertThat(Verification.of(torn).hasTornTail()).isFalse();
            assertThat(JournalReader.open(torn).from(1)).hasSizeGreaterThanOrEqualTo(COMMANDS.size());
        }
    }

    @Test
    void aTailOfZerosThatTheFileSystemLeftIsCut() throws IOException {
        Journals.write(directory, COMMANDS, 100);
        byte[] bytes = Files.readAllBytes(Journals.last(directory));
        Files.write(Journals.last(directory), Arrays.copyOf(bytes, bytes.length + 4_096));
        assertThat(Verification.of(directory))
                .extracting("lastPosition", "hasTornTail")
                .containsExactly(7L, true);
        Worlds.started(Worlds.settings(directory)).close();
        assertThat(Files.size(Journals.last(directory)))
                .isGreaterThanOrEqualTo(bytes.length)
                .isLessThan(4_096);
    }

    @Test
    void aSegmentWhoseHeaderWasNotFinishedIsBegunAnew() throws IOException {
        Journals.write(directory, COMMANDS, 7);
        Path next = new SegmentFiles(directory).path(8);
        byte[] header = Files.readAllBytes(Journals.last(directory));
        for (int length : new int[] {0, 5, 40}) {
            Files.write(next, Arrays.copyOf(header, length));
            assertThat(Verification.of(directory).lastPosition()).isEqualTo(7);
            assertThat(JournalReader.open(directory).from(1)).hasSize(7);
        }
        try (SoloHost host = Worlds.started(Worlds.settings(directory, TimeSource.system(), 7))) {
            Worlds.submit(host, new Command.SignIn(Worlds.SECOND));
        }
        assertThat(Verification.of(directory).lastPosition()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aFlippedByteAnywhereIsFoundAndNamed() throws IOException {
        Path good = directory.resolve("good");
        Path bad = directory.resolve("bad");
        Journals.write(good, COMMANDS, 4);
        Journals.copy(good, bad);
        for (Path segment : new SegmentFiles(bad).list()) {
            byte[] bytes = Files.readAllBytes(segment);
            for (int at = 0; at < bytes.length; at++) {
                for (int mask : new int[] {0x01, 0x80, 0xFF}) {
                    bytes[at] ^= (byte) mask;
                    Files.write(segment, bytes);
                    assertNamed(bad, segment, at);
                    bytes[at] ^= (byte) mask;
                }
            }
            Files.write(segment, bytes);
        }
        assertThat(Verification.of(bad).lastPosition()).isEqualTo(7);
    }

    private static void assertNamed(Path directory, Path segment, int at) {
        Throwable found = catchThrowable(() -> Verification.of(directory));
        assertThat(found).as("byte %s of %s", at, segment).isInstanceOf(JournalException.Damaged.class);
        JournalException.Damaged damage = (JournalException.Damaged) found;
        assertThat(damage.segment()).isEqualTo(SegmentFiles.name(segment));
        assertThat(damage.position())
                .isBetween(SegmentFiles.firstPosition(segment), SegmentFiles.firstPosition(segment) + 3);
        if (at % 16 == 0) {
            assertThat(catchThrowable(
                            () -> JournalReader.open(directory).from(1).forEach(made -> {})))
                    .isInstanceOf(JournalException.Damaged.class);
            assertThat(catchThrowable(() -> SoloHost.open(Worlds.settings(directory))))
                    .isInstanceOf(JournalException.Damaged.class);
        }
    }

    @Test
    void aMissingSegmentIsNamed() throws IOException {
        Journals.write(directory, COMMANDS, 2);
        Files.delete(new SegmentFiles(directory).path(3));
        assertThatThrownBy(() -> Verification.of(directory))
                .isInstanceOf(JournalException.Damaged.class)
                .hasMessageContaining("position 3");
        assertThatThrownBy(() -> JournalReader.open(directory).from(1).forEach(made -> {}))
                .isInstanceOf(JournalException.Damaged.class);
    }

    @Test
    void aRecordCutOffBeforeAnotherSegmentIsDamage() throws IOException {
        Journals.write(directory, COMMANDS, 4);
        Path first = new SegmentFiles(directory).path(1);
        byte[] bytes = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(bytes, bytes.length - 10));
        assertThatThrownBy(() -> Verification.of(directory))
                .isInstanceOf(JournalException.Damaged.class)
                .hasMessageContaining("position 4");
    }

    @Test
    void aForgedRecordWithGoodCheckSumsIsFoundByTheNextSegment() throws IOException {
        Path forged = directory.resolve("forged");
        Journals.write(directory, COMMANDS, 4);
        Journals.write(forged, List.of(COMMANDS.get(0), COMMANDS.get(1), COMMANDS.get(1), COMMANDS.get(1)), 4);
        Files.copy(
                new SegmentFiles(forged).path(1),
                new SegmentFiles(directory).path(1),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Verification.of(directory))
                .isInstanceOf(JournalException.Damaged.class)
                .hasMessageContaining("position 5");
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        writeFormat(3);
        assertThatThrownBy(() -> SoloHost.open(Worlds.settings(directory)))
                .isInstanceOf(JournalException.NewerVersion.class);
    }

    @Test
    void anOlderFormatIsRefusedWithTheWayOut() throws IOException {
        writeFormat(1);
        assertThatThrownBy(() -> SoloHost.open(Worlds.settings(directory)))
                .isInstanceOf(JournalException.OlderVersion.class)
                .hasMessageContaining("empty data directory");
    }

    private void writeFormat(int version) throws IOException {
        Journals.write(directory, COMMANDS, 100);
        byte[] bytes = Files.readAllBytes(Journals.last(directory));
        bytes[9] = (byte) version;
        seal(bytes, 12);
        int headerLength = (bytes[10] & 0xFF) << 8 | (bytes[11] & 0xFF);
        seal(bytes, headerLength - 4);
        Files.write(Journals.last(directory), bytes);
    }

    /// Writes the check sum of all before a place there.
    private static void seal(byte[] bytes, int at) {
        byte[] check = new ByteWriter().u32(Hashes.crc(bytes, 0, at)).toBytes();
        System.arraycopy(check, 0, bytes, at, check.length);
    }

    @Test
    void otherLimitsThanTheJournalsAreRefused() throws IOException {
        Journals.write(directory, COMMANDS, 100);
        HostSettings other =
                new HostSettings(directory, Limits.standard(), TimeSource.system(), Durability.WRITTEN, 10, 100, 10);
        assertThatThrownBy(() -> SoloHost.open(other)).isInstanceOf(JournalException.OtherLimits.class);
    }

    @Test
    void anEngineThatDecidesOtherwiseIsNamedWithThePlace() throws IOException {
        JournalEnd nothing = new JournalEnd(0, ChainHash.NOTHING, null, 0, false);
        try (JournalWriter writer =
                new JournalWriter(Worlds.settings(directory), new DiskStore(Durability.WRITTEN), nothing, "another")) {
            List<Event> otherwise = List.of(new Event.CommandRefused(Refusal.AGENT_IN_USE));
            Command command = new Command.SignIn(Worlds.FIRST);
            writer.put(RecordCodec.write(Journals.START, new CommandId(0, 1), command, otherwise), Journals.START, 0);
            writer.commit();
        }
        assertThatThrownBy(() -> SoloHost.open(Worlds.settings(directory)))
                .isInstanceOf(JournalException.IncompatibleEngine.class)
                .hasMessageContaining("position 1")
                .hasMessageContaining(Engine.VERSION + " (another)");
    }
}
