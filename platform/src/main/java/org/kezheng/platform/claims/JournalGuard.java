package org.kezheng.platform.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.acd.journal.JournalReader;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;

/// The journal as it lies on the disk: every record of it, from the first to the last that is durable.
final class JournalGuard {
    /// A copy of more would take too long each minute; the first segment stands for the rest then.
    private static final long LARGEST_COPY_BYTES = 64L << 20;

    private static final String FOUND = "found";

    private final Path journal;
    private final Path workshop;
    private final SoloHost host;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /// @param workshop where copies are made
    JournalGuard(Path journal, Path workshop, SoloHost host) {
        this.journal = journal;
        this.workshop = workshop;
        this.host = host;
    }

    List<Check> checks() throws IOException {
        Check whole = whole();
        return whole.holds() ? List.of(whole, flipped()) : List.of(whole);
    }

    private Check whole() {
        long durable = host.lastPosition();
        Words words = new Words("日志从第一条到最后一条记录完好", "The journal is whole from its first record to its last");
        String expected = "every record";
        try {
            long read = read(journal);
            boolean isAll = read >= durable;
            String observed = isAll ? read + " records" : "ends at " + read + " of " + durable;
            return Check.judged("journal.whole", words, new Check.Verdict(isAll, expected, observed));
        } catch (JournalException damaged) {
            return Check.judged("journal.whole", words, new Check.Verdict(false, expected, place(damaged)));
        }
    }

    private Check flipped() throws IOException {
        Words words = new Words("日志副本中翻转一个字节能被发现", "One byte flipped in a copy of the journal is found");
        try (FlippedCopy copy = FlippedCopy.in(workshop)) {
            List<Path> segments = copied(copy.directory());
            if (segments.isEmpty()) {
                return Check.judged("copy.journal", words, new Check.Verdict(true, FOUND, "nothing is written yet"));
            }
            Path segment = segments.getFirst();
            // What is cut off at the very end is an unfinished write and no damage: the first half is never that.
            int position = random.nextInt((int) (Files.size(segment) / 2));
            FlippedCopy.flip(segment, position);
            long read = read(copy.directory());
            return Check.judged(
                    "copy.journal", words, new Check.Verdict(false, FOUND, "byte " + position + ": " + read + " read"));
        } catch (JournalException found) {
            return Check.judged("copy.journal", words, new Check.Verdict(true, FOUND, FOUND + ": " + place(found)));
        }
    }

    private static String place(JournalException damage) {
        return damage instanceof JournalException.Damaged where
                ? "damaged at position " + where.position()
                : damage.getClass().getSimpleName();
    }

    private static long read(Path directory) {
        long last = 0;
        for (JournalRecord record : JournalReader.open(directory).from(1)) {
            last = record.position();
        }
        return last;
    }

    private List<Path> copied(Path directory) throws IOException {
        Optional<Path> first;
        try (Stream<Path> files = Files.list(journal)) {
            first = files.filter(file -> file.toString().endsWith(".kzj"))
                    .sorted()
                    .findFirst();
        }
        if (first.isEmpty() || Files.size(first.get()) > LARGEST_COPY_BYTES) {
            return List.of();
        }
        Path copy = directory.resolve(first.get().getFileName());
        Files.copy(first.get(), copy);
        return List.of(copy);
    }
}
