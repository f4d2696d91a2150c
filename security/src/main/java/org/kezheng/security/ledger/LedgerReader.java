package org.kezheng.security.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.kezheng.security.tenancy.ClientId;

/// Reads the ledger. Only entries that have their place in the tree are seen: [Checkpoints#now] and
/// [Checkpoints#sequence] give it to all that are committed.
public final class LedgerReader {
    private static final int PAGE = 1000;
    private static final int MOST_ABOUT_ONE = 10_000;

    private final EntryRows rows;
    private final MerkleTree tree;
    private final int mostAboutOne;

    LedgerReader(EntryRows rows) {
        this(rows, MOST_ABOUT_ONE);
    }

    LedgerReader(EntryRows rows, int mostAboutOne) {
        this.rows = rows;
        this.mostAboutOne = mostAboutOne;
        this.tree = new MerkleTree(rows::leafHashes);
    }

    /// The number of entries.
    public long size() {
        return rows.size();
    }

    /// The entries about a subject, earliest first. Of more than 10 000 the latest, so that nobody hides a look behind
    /// many others.
    public List<SequencedEntry> about(Subject subject) {
        return rows.latestAbout(subject, mostAboutOne).reversed();
    }

    /// All entries about a subject, earliest first.
    ///
    /// @throws IllegalStateException when they are more than 10 000: a part must not pass for all
    public List<SequencedEntry> allAbout(Subject subject) {
        List<SequencedEntry> found = rows.latestAbout(subject, mostAboutOne + 1);
        if (found.size() > mostAboutOne) {
            throw new IllegalStateException("There are more than " + mostAboutOne + " entries about one subject");
        }
        return found.reversed();
    }

    /// The entries from the first index (inclusive) to the second (exclusive), in order; read page by page.
    public Stream<SequencedEntry> stream(long from, long to) {
        long pages = Math.ceilDiv(Math.max(0, to - from), PAGE);
        return LongStream.range(0, pages)
                .map(page -> from + page * PAGE)
                .boxed()
                .flatMap(first -> rows.between(first, Math.min(to, first + PAGE)).stream());
    }

    /// Writes the export of all entries that the checkpoint covers (`docs/formats/ledger.md`), page by page. The
    /// stream is neither flushed nor closed: where reading fails, whoever receives it must not take the part for
    /// the whole.
    public void export(Checkpoint head, OutputStream out) throws IOException {
        LedgerExport.write(head, stream(0, head.size()).iterator(), out);
    }

    /// Writes the export for somebody of a client, as [#export] does: what belongs to other clients by its leaf's hash
    /// alone.
    public void exportFor(ClientId client, Checkpoint head, OutputStream out) throws IOException {
        // Asked after the head was made: whatever it covers is seen.
        if (rows.isAboutOthersThan(client.value())) {
            LedgerExport.write(
                    head,
                    stream(0, head.size()).iterator(),
                    entry -> entry.subject().isKnownTo(client),
                    out);
        } else {
            export(head, out);
        }
    }

    /// Shows that an entry stands in the tree of a size (RFC 6962, 2.1.1).
    ///
    /// @throws IllegalArgumentException when there is no such entry in a tree of this size
    public InclusionProof proof(long index, long size) {
        return new InclusionProof(index, size, tree.inclusion(index, size));
    }

    /// Shows that the later tree continues the earlier one (RFC 6962, 2.1.2): hashes of 32 bytes, none where one of the
    /// trees is empty or both are the same.
    public List<byte[]> consistency(long earlier, long later) {
        return tree.consistency(earlier, later);
    }
}
