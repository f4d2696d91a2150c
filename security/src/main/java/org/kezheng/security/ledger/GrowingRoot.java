package org.kezheng.security.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The root of a tree that grows leaf by leaf, with one hash kept per whole subtree. It is written apart from
/// [MerkleTree] on purpose: the check does not rest on what it checks.
final class GrowingRoot {
    private final Deque<byte[]> subtrees = new ArrayDeque<>();
    private long size;

    void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hashes.node(subtrees.pop(), hash);
        }
        subtrees.push(hash);
        size++;
    }

    byte[] root() {
        if (subtrees.isEmpty()) {
            return Hashes.empty();
        }
        Iterator<byte[]> smallestFirst = subtrees.iterator();
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = Hashes.node(smallestFirst.next(), root);
        }
        return root;
    }
}
