package org.kezheng.acd.engine;

import java.util.Arrays;

/// A hash table from positive longs to ints with a fixed capacity: open addressing, and deletion by shifting
/// back, so that it never fills up with marks of what was.
final class LongIndex {
    static final int NONE = -1;
    private static final long EMPTY = 0;

    private final long[] keys;
    private final int[] values;
    private final int mask;
    private final boolean isCounted;

    private LongIndex(int capacity, boolean isCounted) {
        int length = Integer.highestOneBit(Math.max(2, capacity) * 2 - 1) * 2;
        keys = new long[length];
        values = new int[length];
        mask = length - 1;
        this.isCounted = isCounted;
    }

    /// For keys from outside.
    static LongIndex ofAny(int capacity) {
        return new LongIndex(capacity, false);
    }

    /// For keys that are counted up from 1: neighbours in time stand beside each other in memory.
    static LongIndex ofCounted(int capacity) {
        return new LongIndex(capacity, true);
    }

    int get(long key) {
        int at = find(key);
        return keys[at] == key ? values[at] : NONE;
    }

    void put(long key, int value) {
        int at = find(key);
        keys[at] = key;
        values[at] = value;
    }

    void remove(long key) {
        int hole = find(key);
        if (keys[hole] != key) {
            return;
        }
        int at = (hole + 1) & mask;
        while (keys[at] != EMPTY) {
            int home = home(keys[at]);
            // What lies cyclically behind the hole, and belongs at the hole or before it, moves into it.
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                values[hole] = values[at];
                hole = at;
            }
            at = (at + 1) & mask;
        }
        keys[hole] = EMPTY;
    }

    void clear() {
        Arrays.fill(keys, EMPTY);
    }

    private int find(long key) {
        int at = home(key);
        while (keys[at] != EMPTY && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private int home(long key) {
        return (int) (isCounted ? key : Digest.mix(key)) & mask;
    }
}
