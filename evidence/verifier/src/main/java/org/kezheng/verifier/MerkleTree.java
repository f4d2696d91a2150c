package org.kezheng.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The tree of RFC 6962 over the entries of the ledger: roots from leaves, and proofs that a leaf is in a tree.
final class MerkleTree {
    /// The hash of a tree without leaves: SHA-256 of nothing.
    static final byte[] EMPTY = Hashes.sha256();

    private MerkleTree() {}

    /// The root over the first `size` leaves.
    static byte[] root(List<byte[]> leaves, int size) {
        if (size == 0) {
            return EMPTY;
        }
        // The roots of the whole subtrees so far; how many nodes stand on a level below is read off the count of
        // leaves.
        Deque<byte[]> whole = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            byte[] hash = leaves.get(i);
            for (int merged = i; (merged & 1) == 1; merged >>= 1) {
                hash = Hashes.node(whole.removeLast(), hash);
            }
            whole.addLast(hash);
        }
        byte[] root = whole.removeLast();
        while (!whole.isEmpty()) {
            root = Hashes.node(whole.removeLast(), root);
        }
        return root;
    }

    /// The root that a proof leads to (RFC 9162, 2.1.3.2), or nothing when the proof has not the length that index and
    /// size ask for.
    static Optional<byte[]> rootOf(byte[] leaf, long index, long size, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hashes.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hashes.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }
}
