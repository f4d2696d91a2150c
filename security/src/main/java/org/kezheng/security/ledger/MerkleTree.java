package org.kezheng.security.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The tree of RFC 6962 over leaves that stand elsewhere. Roots of whole blocks of 1024 leaves are kept once they are
/// known, since a leaf never changes; so a proof reads a few blocks and not the whole ledger, and a million leaves cost
/// thirty kilobytes.
final class MerkleTree {
    static final int BLOCK = 1024;

    private final Leaves leaves;
    private final ConcurrentMap<Long, byte[]> blocks = new ConcurrentHashMap<>();

    MerkleTree(Leaves leaves) {
        this.leaves = leaves;
    }

    /// Where the leaves' hashes stand.
    interface Leaves {
        /// The hashes of the leaves from the first index (inclusive) to the second (exclusive).
        List<byte[]> hashes(long from, long to);
    }

    /// The root of the tree of the first `size` leaves.
    byte[] root(long size) {
        return size == 0 ? Hashes.empty() : hash(0, size);
    }

    /// The path from a leaf to the root of the tree of the first `size` leaves (RFC 6962, 2.1.1).
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The leaf does not stand in a tree of this size");
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /// What shows that the tree of the first `size` leaves continues that of the first `earlier` (RFC 6962, 2.1.2).
    List<byte[]> consistency(long earlier, long size) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("The earlier tree is larger than the later");
        }
        List<byte[]> path = new ArrayList<>();
        if (earlier > 0 && earlier < size) {
            consistency(earlier, 0, size, true, path);
        }
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(hash(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    private void consistency(long earlier, long from, long to, boolean isWhole, List<byte[]> path) {
        if (earlier == to) {
            if (!isWhole) {
                path.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            consistency(earlier, from, middle, isWhole, path);
            path.add(hash(middle, to));
        } else {
            consistency(earlier, middle, to, false, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) {
        if (to - from > BLOCK) {
            long middle = from + split(to - from);
            return Hashes.node(hash(from, middle), hash(middle, to));
        }
        if (to - from == BLOCK) {
            return blocks.computeIfAbsent(from, first -> read(first, first + BLOCK));
        }
        return read(from, to);
    }

    private byte[] read(long from, long to) {
        List<byte[]> hashes = leaves.hashes(from, to);
        if (hashes.size() != to - from) {
            throw new LedgerDamagedException(
                    "of the leaves " + from + " to " + (to - 1) + ", " + hashes.size() + " are there");
        }
        return reduce(hashes);
    }

    private static byte[] reduce(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int middle = (int) split(hashes.size());
        return Hashes.node(reduce(hashes.subList(0, middle)), reduce(hashes.subList(middle, hashes.size())));
    }

    /// The largest power of two below the number.
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
