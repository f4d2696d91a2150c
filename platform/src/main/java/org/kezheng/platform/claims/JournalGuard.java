package org.kezheng.platform.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.acd.journal.SegmentReading;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.security.ledger.LedgerDamagedException;

/// The journal as it lies on the disk: every record of it, from the first to the last that is durable, and as it was
/// sealed in the audit ledger.
final class JournalGuard {
    /// Of the first file; it stands for the rest.
    private static final int COPIED_BYTES = 1 << 20;

    private static final String FOUND = "found";
    private static final String EVERY_RECORD = "every record, as sealed";

    private final Path journal;
    private final Path workshop;
    private final LongSupplier durable;
    private final Supplier<NavigableMap<Long, String>> seals;
    private final JournalWalk walk;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /// @param workshop where copies are made
    /// @param durable the last position that is durable
    /// @param seals the chain hash by sealed position
    JournalGuard(Path journal, Path workshop, LongSupplier durable, Supplier<NavigableMap<Long, String>> seals) {
        this.journal = journal;
        this.workshop = workshop;
        this.durable = durable;
        this.seals = seals;
        this.walk = new JournalWalk(journal);
    }

    List<Check> checks() throws IOException {
        Check whole = whole();
        return whole.holds() ? List.of(whole, flipped()) : List.of(whole);
    }

    private Check whole() throws IOException {
        try {
            return wholeAsSealed();
        } catch (LedgerDamagedException unreadable) {
            return whole(new Check.Verdict(false, EVERY_RECORD, "the seals cannot be read"));
        }
    }

    private Check wholeAsSealed() throws IOException {
        // Asked for before the journal is read: it only grows.
        long expected = durable.getAsLong();
        NavigableMap<Long, String> sealed = seals.get();
        JournalWalk.Result result = walk.walk(sealed);
        String observed = result.last() + " records, " + sealed.size() + " seals, " + result.bytes() + " bytes read";
        if (!result.fault().isEmpty()) {
            observed = result.fault();
        } else if (result.last() < expected) {
            observed = "ends at " + result.last() + " of " + expected;
        }
        boolean isWhole = result.fault().isEmpty() && result.last() >= expected;
        return whole(new Check.Verdict(isWhole, EVERY_RECORD, observed));
    }

    private static Check whole(Check.Verdict verdict) {
        return Check.judged(
                "journal.whole",
                new Words(
                        "日志从第一条到最后一条记录完好，且与账本中的封存一致",
                        "The journal is whole from its first record to its last, and as it was sealed in the ledger"),
                verdict);
    }

    private Check flipped() throws IOException {
        Words words = new Words("日志副本中翻转一个字节能被发现", "One byte flipped in a copy of the journal is found");
        List<Path> files = SegmentReading.filesOf(journal);
        if (files.isEmpty()) {
            return Check.judged("copy.journal", words, new Check.Verdict(true, FOUND, "nothing is written yet"));
        }
        try (FlippedCopy copy = FlippedCopy.in(workshop)) {
            Path file = copy.directory().resolve(files.getFirst().getFileName());
            byte[] beginning = beginning(files.getFirst());
            // What is cut off at the very end is an unfinished write and no damage: the first half is never that.
            int position = random.nextInt(beginning.length / 2);
            beginning[position] ^= 1;
            Files.write(file, beginning);
            return Check.judged("copy.journal", words, verdict(file, position));
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(COPIED_BYTES);
        }
    }

    private static Check.Verdict verdict(Path file, int position) {
        try {
            long read = SegmentReading.of(file, Set.of()).lastPosition();
            return new Check.Verdict(false, FOUND, "byte " + position + ": " + read + " read");
        } catch (JournalException found) {
            return new Check.Verdict(true, FOUND, FOUND + " at byte " + position);
        }
    }
}
