package org.kezheng.acd.engine;

import java.util.Arrays;

/// Many ordered sets over one fixed pool of nodes; a node is in at most one set. Order is by key, then by node.
/// All operations are O(log n) and allocate nothing.
///
/// A treap with parent links (Seidel, Aragon 1996). A node's priority is a hash of its number, so the shape, like
/// everything here, is the same on every run.
final class OrderedSets {
    static final int NONE = -1;

    private final int[] root;
    private final int[] set;
    private final int[] left;
    private final int[] right;
    private final int[] parent;
    private final long[] key;

    OrderedSets(int sets, int nodes) {
        root = new int[sets];
        set = new int[nodes];
        left = new int[nodes];
        right = new int[nodes];
        parent = new int[nodes];
        key = new long[nodes];
        Arrays.fill(root, NONE);
        Arrays.fill(set, NONE);
    }

    boolean contains(int node) {
        return set[node] != NONE;
    }

    boolean isEmpty(int ofSet) {
        return root[ofSet] == NONE;
    }

    long key(int node) {
        return key[node];
    }

    int first(int ofSet) {
        int node = root[ofSet];
        return node == NONE ? NONE : leftmost(node);
    }

    int next(int node) {
        if (right[node] != NONE) {
            return leftmost(right[node]);
        }
        int child = node;
        int above = parent[node];
        while (above != NONE && right[above] == child) {
            child = above;
            above = parent[above];
        }
        return above;
    }

    void insert(int intoSet, int node, long withKey) {
        set[node] = intoSet;
        key[node] = withKey;
        left[node] = NONE;
        right[node] = NONE;
        int above = NONE;
        int at = root[intoSet];
        while (at != NONE) {
            above = at;
            at = isBefore(node, at) ? left[at] : right[at];
        }
        parent[node] = above;
        if (above == NONE) {
            root[intoSet] = node;
        } else if (isBefore(node, above)) {
            left[above] = node;
        } else {
            right[above] = node;
        }
        while (parent[node] != NONE && priority(node) < priority(parent[node])) {
            rotateUp(node);
        }
    }

    void remove(int node) {
        while (left[node] != NONE && right[node] != NONE) {
            rotateUp(priority(left[node]) < priority(right[node]) ? left[node] : right[node]);
        }
        replace(node, left[node] != NONE ? left[node] : right[node]);
        set[node] = NONE;
    }

    private int leftmost(int from) {
        int node = from;
        while (left[node] != NONE) {
            node = left[node];
        }
        return node;
    }

    private void rotateUp(int node) {
        int above = parent[node];
        replace(above, node);
        if (left[above] == node) {
            adoptLeft(above, right[node]);
            right[node] = above;
        } else {
            adoptRight(above, left[node]);
            left[node] = above;
        }
        parent[above] = node;
    }

    /// Puts `by` (or nothing) where `node` hangs.
    private void replace(int node, int by) {
        int above = parent[node];
        if (above == NONE) {
            root[set[node]] = by;
        } else if (left[above] == node) {
            left[above] = by;
        } else {
            right[above] = by;
        }
        if (by != NONE) {
            parent[by] = above;
        }
    }

    private void adoptLeft(int node, int child) {
        left[node] = child;
        if (child != NONE) {
            parent[child] = node;
        }
    }

    private void adoptRight(int node, int child) {
        right[node] = child;
        if (child != NONE) {
            parent[child] = node;
        }
    }

    private boolean isBefore(int node, int other) {
        return key[node] != key[other] ? key[node] < key[other] : node < other;
    }

    private static int priority(int node) {
        return (int) Digest.mix(node);
    }
}
