package org.kezheng.security.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.tenancy.ClientId;

final class SealedFilesTest {
    private static final ClientId CLIENT = new ClientId(1);
    private static final SealedName NAME = new SealedName(CLIENT, "recording", "17");
    private static final int CHUNK = Header.CHUNK;
    private static final int SEALED_CHUNK = CHUNK + 16;

    @TempDir
    private Path directory;

    private SealedFiles files;
    private Path target;

    @BeforeEach
    void prepare() {
        ClientKeys keys = new ClientKeys(KeyDirectory.prepare(directory.resolve("keys"), directory.resolve("data")));
        keys.create(CLIENT);
        keys.create(new ClientId(2));
        files = new SealedFiles(keys);
        target = directory.resolve("17.kzr");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7})
    void whatWasSealedIsReadAgainAndNothingOfItStandsInTheFile(int size) throws Exception {
        byte[] clear = content(size);
        SealingResult result = files.seal(new ByteArrayInputStream(clear), target, NAME);

        byte[] sealed = Files.readAllBytes(target);
        assertThat(result.clearBytes()).isEqualTo(size);
        assertThat(result.fileBytes()).isEqualTo(sealed.length);
        assertThat(result.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(sealed)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(SealedFiles.looksSealed(target)).isTrue();
        assertThat(read(0, size + 1)).isEqualTo(clear);
        if (size >= 32) {
            assertThat(HexFormat.of().formatHex(sealed))
                    .doesNotContain(HexFormat.of().formatHex(clear, 0, 32));
        }
    }

    @Test
    void whatIsDestroyedOpensNoMoreFromAnyCopyAndOthersStillDo() throws IOException {
        byte[] clear = content(CHUNK + 9);
        SealedName other = new SealedName(CLIENT, "recording", "18");
        Path otherFile = directory.resolve("18.kzr");
        files.seal(new ByteArrayInputStream(clear), target, NAME);
        files.seal(new ByteArrayInputStream(clear), otherFile, other);
        assertThat(files.contentHash(target, NAME)).isEqualTo(files.contentHash(otherFile, other));
        Path backup = Files.copy(target, directory.resolve("backup.kzr"));

        files.destroy(target, NAME);
        files.destroy(target, NAME);

        assertThat(target).doesNotExist();
        assertThat(files.isLeft(target, NAME)).isFalse();
        assertThat(directory.resolve("keys/secrets/1/recording/17.secret")).doesNotExist();
        assertThatThrownBy(() -> files.open(backup, NAME)).isInstanceOf(SealedFileDestroyedException.class);
        // A new file of that name has a new secret, which does not open the old one.
        files.seal(new ByteArrayInputStream(clear), target, NAME);
        assertThatThrownBy(() -> files.open(backup, NAME)).isInstanceOf(DamagedCiphertextException.class);
        try (SealedFile open = files.open(otherFile, other)) {
            assertThat(open.size()).isEqualTo(clear.length);
        }
    }

    @Test
    void anyPartIsReadWithoutTheRest() throws IOException {
        byte[] clear = content(3 * CHUNK + 7);
        files.seal(new ByteArrayInputStream(clear), target, NAME);

        int[][] parts = {{0, 5}, {CHUNK - 3, 6}, {2 * CHUNK, CHUNK + 7}, {3 * CHUNK + 6, 1}, {1, 2 * CHUNK}};
        try (SealedFile file = files.open(target, NAME)) {
            assertThat(file.size()).isEqualTo(clear.length);
            for (int[] part : parts) {
                byte[] into = new byte[part[1] + 2];
                assertThat(file.read(part[0], into, 1, part[1])).isEqualTo(part[1]);
                assertThat(Arrays.copyOfRange(into, 1, part[1] + 1))
                        .isEqualTo(Arrays.copyOfRange(clear, part[0], part[0] + part[1]));
                assertThat(into[0]).isZero();
                assertThat(into[part[1] + 1]).isZero();
            }
            assertThat(file.read(clear.length, new byte[1], 0, 1)).isEqualTo(-1);
            assertThat(file.read(clear.length - 2L, new byte[9], 0, 9)).isEqualTo(2);
            assertThatThrownBy(() -> file.read(-1, new byte[1], 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> file.read(0, new byte[1], 1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aFlippedBitIsFoundWhereverItStands() throws IOException {
        byte[] clear = content(2 * CHUNK + 40);
        files.seal(new ByteArrayInputStream(clear), target, NAME);
        byte[] sealed = Files.readAllBytes(target);
        for (int position = 0; position < sealed.length; position += position < 200 ? 1 : 997) {
            byte[] altered = sealed.clone();
            altered[position] ^= (byte) (1 << (position % Byte.SIZE));
            requireDamaged("flipped at " + position, altered);
        }
        for (int position : new int[] {sealed.length - 1, sealed.length - 57, Header.LENGTH + SEALED_CHUNK}) {
            byte[] altered = sealed.clone();
            altered[position] ^= 1;
            requireDamaged("flipped at " + position, altered);
        }
    }

    @Test
    void aCutOrLengthenedFileIsFound() throws IOException {
        files.seal(new ByteArrayInputStream(content(2 * CHUNK + 40)), target, NAME);
        byte[] sealed = Files.readAllBytes(target);
        int[] lengths = {
            0,
            5,
            Header.LENGTH - 1,
            Header.LENGTH,
            Header.LENGTH + 15,
            Header.LENGTH + 16,
            Header.LENGTH + SEALED_CHUNK,
            Header.LENGTH + SEALED_CHUNK + 16,
            Header.LENGTH + 2 * SEALED_CHUNK,
            sealed.length - 1,
            sealed.length + 1,
            sealed.length + SEALED_CHUNK
        };
        for (int length : lengths) {
            requireDamaged("of length " + length, Arrays.copyOf(sealed, length));
        }
    }

    @Test
    void chunksKeepTheirPlacesAndTheirFile() throws IOException {
        files.seal(new ByteArrayInputStream(content(3 * CHUNK)), target, NAME);
        byte[] sealed = Files.readAllBytes(target);
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, Header.LENGTH, swapped, Header.LENGTH + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, Header.LENGTH + SEALED_CHUNK, swapped, Header.LENGTH, SEALED_CHUNK);
        requireDamaged("two chunks swapped", swapped);

        files.seal(new ByteArrayInputStream(content(3 * CHUNK)), target, NAME);
        byte[] other = Files.readAllBytes(target);
        assertThat(other).isNotEqualTo(sealed);
        System.arraycopy(sealed, Header.LENGTH, other, Header.LENGTH, SEALED_CHUNK);
        requireDamaged("a chunk of another file with the same content", other);
    }

    @Test
    void underAnotherNameOrForAnotherClientNothingOpens() throws IOException {
        files.seal(new ByteArrayInputStream(content(100)), target, NAME);
        for (SealedName other : new SealedName[] {
            new SealedName(CLIENT, "recording", "18"),
            new SealedName(CLIENT, "backup", "17"),
            new SealedName(new ClientId(2), "recording", "17")
        }) {
            // Whether or not there is a secret of that name.
            assertThatThrownBy(() -> files.open(target, other))
                    .isInstanceOfAny(SealedFileDestroyedException.class, DamagedCiphertextException.class);
            files.seal(new ByteArrayInputStream(content(1)), directory.resolve("other.kzr"), other);
            assertThatThrownBy(() -> files.open(target, other)).isInstanceOf(DamagedCiphertextException.class);
        }
        assertThatThrownBy(() -> new SealedName(CLIENT, "recording", "../17"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearAudioDoesNotLookSealed() throws IOException {
        Files.write(target, content(CHUNK));
        assertThat(SealedFiles.looksSealed(target)).isFalse();
        Files.write(target, new byte[0]);
        assertThat(SealedFiles.looksSealed(target)).isFalse();
    }

    @Test
    void aStreamThatBreaksLeavesNothingAndTakesNothing() throws IOException {
        byte[] clear = content(100);
        files.seal(new ByteArrayInputStream(clear), target, NAME);

        assertThatThrownBy(() -> files.seal(new Breaking(2 * CHUNK), target, NAME))
                .isInstanceOf(IOException.class)
                .hasMessage("the line is cut");

        assertThat(read(0, 100)).isEqualTo(clear);
        try (var left = Files.list(directory)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(target);
        }
    }

    private void requireDamaged(String what, byte[] file) throws IOException {
        Files.write(target, file);
        assertThatThrownBy(() -> read(0, 4 * CHUNK)).as(what).isInstanceOf(DamagedCiphertextException.class);
    }

    private byte[] read(long position, int length) throws IOException {
        byte[] into = new byte[length];
        try (SealedFile file = files.open(target, NAME)) {
            return Arrays.copyOf(into, Math.max(0, file.read(position, into, 0, length)));
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(20_261_124L + size).nextBytes(content);
        return content;
    }

    /// Gives some bytes and then an error.
    private static final class Breaking extends InputStream {
        private int left;

        Breaking(int bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the line is cut");
            }
            int given = Math.min(left, length);
            left -= given;
            return given;
        }
    }
}
