package org.kezheng.security.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of checkpoints after a crash, on a full disk, and altered.
final class CheckpointFileTest {
    private static final Checkpoint FIRST = checkpoint(3);
    private static final Checkpoint SECOND = checkpoint(8);

    @TempDir
    private Path directory;

    private Path file;
    private CheckpointFile checkpoints;

    @BeforeEach
    void open() {
        checkpoints = CheckpointFile.in(directory.resolve("ledger"));
        file = directory.resolve("ledger/checkpoints");
    }

    @Test
    void eachLargerCheckpointIsAddedOnce() {
        for (Checkpoint made : new Checkpoint[] {FIRST, FIRST, SECOND, FIRST, SECOND}) {
            checkpoints.ensure(made);
        }

        assertThat(checkpoints.all()).containsExactly(FIRST, SECOND);
        assertThat(CheckpointFile.in(directory.resolve("ledger")).all()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aNoteThatWasCutAtAnyByteIsLeftOutAndWrittenAnew() throws IOException {
        byte[] first = bytes(FIRST);
        byte[] second = bytes(SECOND);
        for (int cut = 0; cut < second.length; cut++) {
            Files.write(file, join(first, Arrays.copyOf(second, cut)));

            assertThat(checkpoints.all()).as("cut at %d", cut).containsExactly(FIRST);
            checkpoints.ensure(SECOND);
            assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(join(first, second));
            checkpoints = CheckpointFile.in(directory.resolve("ledger"));
        }
    }

    @Test
    void whatWasAlteredIsKeptForWhoeverLooksIntoIt() throws IOException {
        byte[] altered = bytes(FIRST);
        altered[altered.length - 9] = (byte) 0xFF;
        Files.write(file, altered);

        assertThat(checkpoints.all()).hasSize(1).doesNotContain(FIRST);
        checkpoints.ensure(SECOND);
        assertThat(Files.readAllBytes(file)).isEqualTo(join(altered, bytes(SECOND)));
    }

    @Test
    void aNoteWithoutASizeIsDamage() throws IOException {
        Files.writeString(file, FIRST.note().replace("\n3\n", "\nthree\n"));

        assertThatThrownBy(checkpoints::all).isInstanceOf(LedgerDamagedException.class);
        assertThatThrownBy(() -> checkpoints.ensure(SECOND)).isInstanceOf(LedgerDamagedException.class);
    }

    @Test
    void whatTheDiskRefusedIsMadeGoodOnceItTakesIt() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> checkpoints.ensure(FIRST)).isInstanceOf(UncheckedIOException.class);

        Files.delete(file);
        checkpoints.ensure(FIRST);
        assertThat(checkpoints.all()).containsExactly(FIRST);
    }

    private static Checkpoint checkpoint(long size) {
        return new Checkpoint(
                size,
                "kezheng/0123456789abcdef\n" + size
                        + "\nroot+root/root=\n\n— kezheng/0123456789abcdef sign+signed==\n");
    }

    private static byte[] bytes(Checkpoint checkpoint) {
        return checkpoint.note().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
