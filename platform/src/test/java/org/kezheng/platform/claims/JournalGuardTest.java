package org.kezheng.platform.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.JournalReader;
import org.kezheng.acd.journal.SegmentReading;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.acd.journal.TimeSource;
import org.kezheng.evidence.claims.Check;
import org.kezheng.security.ledger.LedgerDamagedException;

/// A journal of some files, broken in each way, and the guard that has to see it, also when it has seen it whole
/// before.
final class JournalGuardTest {
    private static final int RECORDS = 10;

    @TempDir
    private Path directory;

    private final NavigableMap<Long, String> seals = new TreeMap<>();
    private Path journal;
    private JournalGuard guard;

    @BeforeEach
    void write() {
        journal = directory.resolve("journal");
        write(journal, 1);
        guard = new JournalGuard(journal, directory.resolve("copies"), () -> RECORDS, () -> seals);
        for (long position : List.of(2L, 7L, 10L)) {
            seals.put(position, JournalReader.open(journal).chainAt(position));
        }
        assertThat(SegmentReading.filesOf(journal)).hasSizeGreaterThan(2);
    }

    @Test
    void aWholeJournalHoldsAndAFlippedByteInACopyIsFound() throws IOException {
        for (int run = 0; run < 50; run++) {
            assertThat(guard.checks()).hasSize(2).allMatch(Check::holds);
        }
    }

    @Test
    void aFlippedByteIsSeenInAnyFileEvenWithItsTimesPutBackAndOnlyUntilItIsRepaired() throws IOException {
        for (Path file : SegmentReading.filesOf(journal)) {
            requireWhole();
            byte[] whole = Files.readAllBytes(file);
            FileTime time = Files.getLastModifiedTime(file);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 1;
            Files.write(file, flipped);
            Files.setLastModifiedTime(file, time);
            assertThat(observed()).contains("damaged at position");
            assertThat(observed()).contains("damaged at position");
            Files.write(file, whole);
            requireWhole();
        }
    }

    @Test
    void aCutEndIsSeen() throws IOException {
        requireWhole();
        Path last = SegmentReading.filesOf(journal).getLast();
        byte[] whole = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(whole, whole.length - 1));
        assertThat(observed()).isEqualTo("ends at 9, sealed up to 10");
        seals.remove(10L);
        assertThat(observed()).isEqualTo("ends at 9 of 10");
    }

    @Test
    void sealsThatCannotBeReadAreNoJournalAsItWasSealed() throws IOException {
        guard = new JournalGuard(journal, directory.resolve("copies"), () -> RECORDS, () -> {
            throw new LedgerDamagedException("entry 7 is none");
        });
        assertThat(observed()).isEqualTo("the seals cannot be read");
    }

    @Test
    void aMissingFileIsSeen() throws IOException {
        requireWhole();
        List<Path> files = SegmentReading.filesOf(journal);
        Files.delete(files.get(1));
        assertThat(observed()).contains("records are missing before position");
    }

    @Test
    void aJournalWrittenAnewIsSeen() throws IOException {
        requireWhole();
        Path other = directory.resolve("other");
        write(other, 2);
        for (Path file : SegmentReading.filesOf(other)) {
            Files.copy(file, journal.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(observed()).isEqualTo("otherwise than sealed at position 2");
    }

    @Test
    void aFileWrittenAnewIsSeenWithoutASealInIt() throws IOException {
        seals.clear();
        requireWhole();
        Path other = directory.resolve("other");
        write(other, 2);
        Path first = SegmentReading.filesOf(other).getFirst();
        Files.copy(first, journal.resolve(first.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        assertThat(observed()).contains("another journal goes on at position");
    }

    private void requireWhole() throws IOException {
        assertThat(guard.checks().getFirst().holds()).as(observed()).isTrue();
    }

    private String observed() throws IOException {
        return guard.checks().getFirst().observed();
    }

    private static void write(Path directory, int agent) {
        HostSettings settings =
                new HostSettings(directory, Limits.standard(), TimeSource.system(), Durability.FORCED, 100, 4, 100);
        try (SoloHost host = SoloHost.open(settings)) {
            host.start();
            for (int count = 0; count < RECORDS; count++) {
                host.submit(CommandId.random(), new Command.SignIn(new AgentId(agent)))
                        .join();
            }
        }
    }
}
