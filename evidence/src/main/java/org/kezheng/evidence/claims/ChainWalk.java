package org.kezheng.evidence.claims;

/// Follows the chain of runs from its first on, and sees where it is not as it was kept.
final class ChainWalk {
    private long position;
    private String hash;

    /// From the chain's beginning.
    ChainWalk() {
        this(0, RunContent.NOTHING);
    }

    /// From behind a row.
    ChainWalk(long position, String hash) {
        this.position = position;
        this.hash = hash;
    }

    /// The last row that was followed.
    long position() {
        return position;
    }

    /// A run as it is kept; hashes in hexadecimal.
    record Row(long position, String content, String previous, String hash) {}

    /// Whether the row is the next of the chain.
    boolean follows(Row row) {
        boolean isNext = row.position() == position + 1
                && row.previous().equals(hash)
                && row.hash().equals(RunContent.hash(hash, row.content()));
        position = row.position();
        hash = row.hash();
        return isNext;
    }
}
