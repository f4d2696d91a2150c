package org.kezheng.platform.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.tenancy.ClientId;

/// What becomes of the files that the PBX leaves in its spool.
final class SpoolCollectorTest {
    private static final ClientId CLIENT = new ClientId(1);
    private static final Recording.Name NAME = new Recording.Name(7, 99, CLIENT, 2001);
    private static final Instant END = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    private Path directory;

    private Path spool;
    private Path data;
    private PendingRecordings pending;
    private RecordingFiles files;
    private PauseMarks pauses;
    private SpoolCollector collector;

    @BeforeEach
    void openKeys() throws IOException {
        data = Files.createDirectories(directory.resolve("data"));
        spool = Files.createDirectories(directory.resolve("spool"));
        ClientKeys keys = new ClientKeys(KeyDirectory.prepare(directory.resolve("keys"), data));
        keys.create(CLIENT);
        pending = new PendingRecordings(data.resolve("pending"));
        pauses = new PauseMarks(data.resolve("pauses"));
        files = new RecordingFiles(
                data.resolve("recordings"), data.resolve("pending"), new SealedFiles(keys), pending, pauses);
        collector = new SpoolCollector(spool, new PbxProcess(null), files);
    }

    @Test
    void aCallThatIsOverIsSealedAndTheSpoolIsEmpty() throws IOException {
        spooled(audio(1, 16_000), audio(2, 15_000));
        end();
        collector.collect();
        assertThat(spoolFiles()).isEmpty();
        assertThat(pending.all()).singleElement().satisfies(recording -> {
            assertThat(recording.name()).isEqualTo(NAME);
            assertThat(recording.length()).isEqualTo(Duration.ofSeconds(2));
            assertThat(recording.endedAt()).isEqualTo(END);
            assertThat(recording.bytes()).isEqualTo(Files.size(sealedFile()));
        });
        assertThat(SealedFiles.looksSealed(sealedFile())).isTrue();
    }

    @Test
    void theCustomerIsLeftAndTheAgentRightAndTheShorterIsSilentAtItsEnd() throws IOException {
        spooled(audio(1, 3), audio(2, 2));
        end();
        collector.collect();
        byte[] stereo = new byte[6];
        try (var sealed = files.open(NAME)) {
            assertThat(sealed.read(0, stereo, 0, 6)).isEqualTo(6);
        }
        assertThat(stereo).containsExactly(1, 2, 1, 2, 1, 0xFF);
    }

    @Test
    void nothingClearReachesTheDisk() throws IOException {
        spooled(audio(0x35, 40_000), audio(0x53, 40_000));
        end();
        collector.collect();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain("5".repeat(16), "S".repeat(16), "5S".repeat(8));
            }
        }
    }

    @Test
    void aMessageOfASecondIsKeptAndAShorterOneIsNone() throws IOException {
        message("1234567890123", 8_000);
        message("1234567890124", 7_999);
        collector.collect();
        assertThat(spoolFiles()).isEmpty();
        assertThat(pending.all())
                .singleElement()
                .extracting(Recording::name)
                .isEqualTo(Recording.Name.ofMessage(1_234_567_890_123L, CLIENT, 5));
    }

    private void message(String contact, int samples) throws IOException {
        String name = contact + "." + contact + ".1.5";
        Files.write(spool.resolve(name + ".customer.ulaw"), audio(1, samples));
        Files.writeString(spool.resolve(name + ".end"), "");
    }

    @Test
    void aCallThatGoesOnIsLeftAlone() throws IOException {
        spooled(audio(1, 100), audio(2, 100));
        collector.collect();
        assertThat(spoolFiles()).hasSize(2);
        assertThat(pending.all()).isEmpty();
    }

    @Test
    void whatADeadPbxWasRecordingIsTaken() throws IOException {
        spooled(audio(1, 100), audio(2, 100));
        Path note = Files.writeString(directory.resolve("pbx.pid"), "4194305 boot/1\n");
        new SpoolCollector(spool, new PbxProcess(note), files).collect();
        assertThat(spoolFiles()).isEmpty();
        assertThat(files.contains(NAME)).isTrue();
    }

    @Test
    void pausesAreMarkedWhereTheyLieInTheRecordingAndThatIsAll() throws IOException {
        Instant start = END.minusSeconds(2);
        pauses.begin(7, Pause.begun(start.minusSeconds(9)).ended(start.minusSeconds(1), Pause.BY_AGENT));
        pauses.begin(7, Pause.begun(start.plusMillis(500)).ended(start.plusMillis(800), Pause.BY_LIMIT));
        pauses.begin(7, Pause.begun(start.plusMillis(1_500)));
        spooled(audio(1, 16_000), audio(2, 16_000));
        end();
        collector.collect();
        assertThat(pending.all())
                .singleElement()
                .satisfies(recording -> assertThat(recording.gaps())
                        .containsExactly(new Gap(500, 800, "limit"), new Gap(1_500, 2_000, "talk")));
        assertThat(pauses.offers()).isEmpty();
    }

    @Test
    void aCallWithoutAudioIsARecordingOfNoLength() throws IOException {
        end();
        collector.collect();
        assertThat(pending.all()).singleElement().extracting(Recording::length).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatIsStoredAlreadyIsOnlyDeletedAndNeverStoredTwice() throws IOException {
        spooled(audio(1, 100), audio(2, 100));
        end();
        collector.collect();
        byte[] before = Files.readAllBytes(sealedFile());
        spooled(audio(1, 100), audio(2, 100));
        end();
        collector.collect();
        assertThat(spoolFiles()).isEmpty();
        assertThat(Files.readAllBytes(sealedFile())).isEqualTo(before);
    }

    @Test
    void theClearAudioStaysWhereItsSealedFormIsDamaged() throws IOException {
        spooled(audio(1, 100), audio(2, 100));
        end();
        collector.collect();
        byte[] damaged = Files.readAllBytes(sealedFile());
        damaged[damaged.length - 1] ^= 1;
        Files.write(sealedFile(), damaged);
        spooled(audio(1, 100), audio(2, 100));
        end();
        collector.collect();
        collector.collect();
        assertThat(spoolFiles()).hasSize(3);
    }

    @Test
    void aStrangersFileIsNotTouched() throws IOException {
        Files.writeString(spool.resolve("stranger.end"), "");
        collector.collect();
        assertThat(spoolFiles()).hasSize(1);
    }

    @Test
    void anyPartOfTheWavFileIsThatPartOfTheWhole() throws IOException {
        byte[] customer = new byte[20_000];
        for (int i = 0; i < customer.length; i++) {
            customer[i] = (byte) i;
        }
        spooled(customer, audio(2, 20_000));
        end();
        collector.collect();
        byte[] whole = wav(0, Long.MAX_VALUE);
        assertThat(whole).hasSize(44 + 20_000 * 4);
        for (long[] part : new long[][] {{0, 10}, {40, 50}, {44, 45}, {45, 60_001}, {79_000, 80_044}, {3, 80_044}}) {
            assertThat(wav(part[0], part[1])).isEqualTo(Arrays.copyOfRange(whole, (int) part[0], (int) part[1]));
        }
    }

    private byte[] wav(long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WavAudio audio = new WavAudio(files.open(NAME))) {
            audio.write(from, Math.min(to, audio.size()), out);
        }
        return out.toByteArray();
    }

    private void spooled(byte[] customer, byte[] agent) throws IOException {
        Files.write(spool.resolve("7.99.1.2001.customer.ulaw"), customer);
        Path file = Files.write(spool.resolve("7.99.1.2001.agent.ulaw"), agent);
        Files.setLastModifiedTime(file, FileTime.from(END));
    }

    private void end() throws IOException {
        Files.writeString(spool.resolve("7.99.1.2001.end"), "");
    }

    private static byte[] audio(int sample, int count) {
        byte[] audio = new byte[count];
        Arrays.fill(audio, (byte) sample);
        return audio;
    }

    private Path sealedFile() {
        return data.resolve("recordings").resolve("1").resolve("7.kzr");
    }

    private List<Path> spoolFiles() throws IOException {
        try (Stream<Path> found = Files.list(spool)) {
            return found.toList();
        }
    }
}
