package org.kezheng.platform.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the process that the launcher noted lives.
final class PbxProcessTest {
    @TempDir
    private Path directory;

    @Test
    void aLivingProcessIsKnownByItsBirth() throws IOException {
        assertThat(noted(own() + " boot/" + birth()).isGone()).isFalse();
    }

    @Test
    void anotherProcessUnderTheSameNumberIsNotIt() throws IOException {
        assertThat(noted(own() + " boot/1").isGone()).isTrue();
    }

    @Test
    void aNumberThatNobodyHasIsGone() throws IOException {
        assertThat(noted("4194305 boot/1").isGone()).isTrue();
    }

    @Test
    void withoutANoteNothingIsCertain() throws IOException {
        assertThat(new PbxProcess(null).isGone()).isFalse();
        assertThat(new PbxProcess(directory.resolve("absent")).isGone()).isFalse();
        assertThat(noted("").isGone()).isFalse();
        assertThat(noted("x y").isGone()).isFalse();
    }

    private PbxProcess noted(String text) throws IOException {
        return new PbxProcess(Files.writeString(directory.resolve("pbx.pid"), text + "\n"));
    }

    private static long own() {
        return ProcessHandle.current().pid();
    }

    private static String birth() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
    }
}
