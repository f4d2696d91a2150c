package org.kezheng.security.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.ledger.LedgerFinding.Differs;
import org.kezheng.security.ledger.LedgerFinding.Fault;
import org.kezheng.security.signing.EvidenceSigner;

/// Recomputes every leaf and root from the entries' rows and compares them to what was kept: the leaves, and the
/// checkpoints in the database and in their file.
public final class LedgerVerification {
    private static final int PAGE = 1000;
    private static final String EVERY_TRANSACTION = "0";

    private final EntryRows rows;
    private final SignedHeads heads;
    private final @Nullable CheckpointFile file;

    LedgerVerification(EntryRows rows, EvidenceSigner signer, @Nullable CheckpointFile file) {
        this.rows = rows;
        this.heads = new SignedHeads(new SignedNote(signer)::signedRoot);
        this.file = file;
    }

    /// Checks all that stood in the ledger when the call began, and names the first difference.
    public synchronized LedgerFinding run() {
        List<Checkpoint> kept = new ArrayList<>();
        try {
            kept.addAll(rows.checkpoints());
            if (file != null) {
                kept.addAll(file.all());
            }
        } catch (LedgerDamagedException unreadable) {
            return new Differs(Fault.UNREADABLE, 0);
        }
        kept.sort(Comparator.comparingLong(Checkpoint::size));
        long size = rows.size();
        LedgerFinding found = new Pass(kept).run(size);
        return found instanceof LedgerFinding.Holds && !newOnesAreEntries()
                ? new Differs(Fault.ENTRY_ALTERED, size)
                : found;
    }

    /// Whether those without a place yet can get one; a spoilt one would hold up all that come after it.
    private boolean newOnesAreEntries() {
        try {
            List<EntryRows.Unsequenced> page = rows.unsequenced(EVERY_TRANSACTION, 0, PAGE);
            while (!page.isEmpty()) {
                page = rows.unsequenced(EVERY_TRANSACTION, page.getLast().id(), PAGE);
            }
            return true;
        } catch (LedgerDamagedException altered) {
            return false;
        }
    }

    /// One way through the entries, with the kept checkpoints beside.
    private final class Pass {
        private final int checkpoints;
        private final SignedHeads.Walk kept;
        private final GrowingRoot root = new GrowingRoot();

        Pass(List<Checkpoint> kept) {
            this.checkpoints = kept.size();
            this.kept = heads.over(kept);
        }

        LedgerFinding run(long size) {
            Optional<Differs> found = compareCheckpoints(0);
            for (long from = 0; from < size && found.isEmpty(); from += PAGE) {
                found = comparePage(from, Math.min(size, from + PAGE));
            }
            if (found.isPresent()) {
                return found.get();
            }
            return kept.size()
                    .<LedgerFinding>map(beyond -> new Differs(Fault.ENTRIES_CUT, beyond))
                    .orElseGet(() -> new LedgerFinding.Holds(size, checkpoints));
        }

        private Optional<Differs> comparePage(long from, long to) {
            List<SequencedEntry> entries;
            try {
                entries = rows.between(from, to);
            } catch (LedgerDamagedException altered) {
                return compareOneByOne(from, to);
            }
            List<byte[]> leaves = rows.leafHashes(from, to);
            for (int offset = 0; offset < to - from; offset++) {
                long index = from + offset;
                if (offset >= entries.size()
                        || offset >= leaves.size()
                        || entries.get(offset).index() != index) {
                    return Optional.of(new Differs(Fault.ENTRY_MISSING, index));
                }
                byte[] leaf = entries.get(offset).leafHash();
                if (!Arrays.equals(leaf, leaves.get(offset))) {
                    return Optional.of(new Differs(Fault.ENTRY_ALTERED, index));
                }
                root.add(leaf);
                Optional<Differs> found = compareCheckpoints(index + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /// A page that cannot be read as entries: the first difference may stand before the entry that is none.
        private Optional<Differs> compareOneByOne(long from, long to) {
            if (to - from == 1) {
                return Optional.of(new Differs(Fault.ENTRY_ALTERED, from));
            }
            Optional<Differs> found = Optional.empty();
            for (long index = from; index < to && found.isEmpty(); index++) {
                found = comparePage(index, index + 1);
            }
            return found;
        }

        private Optional<Differs> compareCheckpoints(long size) {
            Optional<Long> next = kept.size().filter(each -> each <= size);
            while (next.isPresent()) {
                Optional<byte[]> signed = kept.advance();
                if (signed.isEmpty()) {
                    return Optional.of(new Differs(Fault.CHECKPOINT_FORGED, next.get()));
                }
                if (!Arrays.equals(signed.get(), root.root())) {
                    return Optional.of(new Differs(Fault.CHECKPOINT_CONTRADICTED, next.get()));
                }
                next = kept.size().filter(each -> each <= size);
            }
            return Optional.empty();
        }
    }
}
