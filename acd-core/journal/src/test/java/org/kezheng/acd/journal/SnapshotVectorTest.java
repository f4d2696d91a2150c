package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bytes that `docs/formats/snapshot.md` quotes are those that are written.
class SnapshotVectorTest {
    private static final Path SPECIFICATION = Path.of("..", "..", "docs", "formats", "snapshot.md");
    private static final String NAME = "snapshot-vector.txt";

    @TempDir
    Path directory;

    @Test
    void aSnapshotOfTheJournalsVectorHasTheBytesOfTheVector() throws IOException {
        Journals.write(directory, JournalVectorTest.commands(), 10);
        assertThat(HexFormat.of().formatHex(SnapshotCodec.write(behindTheLastRecord())))
                .isEqualTo(Vector.read(NAME).hex());
    }

    @Test
    void theSpecificationQuotesTheVector() throws IOException {
        assertThat(Files.readString(SPECIFICATION)).contains(Vector.read(NAME).text());
    }

    private Snapshot behindTheLastRecord() {
        try (Replay replay = new Replay(directory, null, null)) {
            Receipts receipts = new Receipts(2);
            JournalPlace place = new JournalPlace(0, ChainHash.NOTHING, 0);
            for (JournalRecord made = replay.next(); made != null; made = replay.next()) {
                receipts.remember(made.id(), new Receipt(made.position(), made.nowMicros(), made.events()));
                place = new JournalPlace(made.position(), replay.chain(), made.nowMicros());
            }
            return Snapshot.take(place, replay.engine(), Journals.BUILD, receipts.list());
        }
    }
}
