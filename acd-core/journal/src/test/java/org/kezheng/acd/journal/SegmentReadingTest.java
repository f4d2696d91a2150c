package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentReadingTest {
    @TempDir
    Path directory;

    @Test
    void eachFileBeginsWhereTheOneBeforeEnds() throws IOException {
        Journals.write(directory, Journals.commands(), 3);
        JournalReader reader = JournalReader.open(directory);
        String chain = SegmentReading.NO_CHAIN;
        long next = 1;
        for (Path file : SegmentReading.filesOf(directory)) {
            SegmentReading reading = SegmentReading.of(file, Set.of(2L, 5L, 99L));
            assertThat(SegmentReading.firstPositionOf(file)).isEqualTo(next);
            assertThat(reading.firstPosition()).isEqualTo(next);
            assertThat(reading.previousChain()).isEqualTo(chain);
            assertThat(reading.chain()).isEqualTo(reader.chainAt(reading.lastPosition()));
            reading.chains().forEach((position, hash) -> assertThat(hash).isEqualTo(reader.chainAt(position)));
            chain = reading.chain();
            next = reading.lastPosition() + 1;
        }
        assertThat(next).isEqualTo(8);
    }

    @Test
    void aFlippedByteIsFoundAndACutEndIsShorter() throws IOException {
        Journals.write(directory, Journals.commands(), 100);
        List<Path> files = SegmentReading.filesOf(directory);
        Path file = files.getFirst();
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file, flipped);
        assertThatThrownBy(() -> SegmentReading.of(file, Set.of())).isInstanceOf(JournalException.class);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(SegmentReading.of(file, Set.of()).lastPosition()).isEqualTo(6);
        Files.write(file, Arrays.copyOf(whole, 10));
        assertThat(SegmentReading.of(file, Set.of()).previousChain()).isEmpty();
    }
}
