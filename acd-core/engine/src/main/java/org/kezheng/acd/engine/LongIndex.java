package org.kezheng.acd.engine;

import java.util.Arrays;

/// A hash table from positive longs to ints with a fixed capacity: open addressing, and deletion by shifting
/// back, so that it never fills up with marks of what was. A key and its value stand in one line of memory.
final class LongIndex {
    static final int NONE = -1;
    private static final long EMPTY = 0;
    /// Neighbours of keys from outside that stand beside each other, as bits.
    private static final int NEIGHBOURS_BITS = 2;

    private static final int NEIGHBOURS = (1 << NEIGHBOURS_BITS) - 1;

    /// Two words a place: key and value.
    private final long[] cells;
    /// Of the cells' indexes.
    private final int mask;
    private final boolean isCounted;

    private LongIndex(int capacity, boolean isCounted) {
        int length = Integer.highestOneBit(Math.max(2, capacity) * 2 - 1) * 2;
        cells = new long[2 * length];
        mask = 2 * length - 1;
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
        return cells[at] == key ? (int) cells[at + 1] : NONE;
    }

    void put(long key, int value) {
        int at = find(key);
        cells[at] = key;
        cells[at + 1] = value;
    }

    void remove(long key) {
        int hole = find(key);
        if (cells[hole] != key) {
            return;
        }
        int at = (hole + 2) & mask;
        while (cells[at] != EMPTY) {
            int home = home(cells[at]);
            // What lies cyclically behind the hole, and belongs at the hole or before it, moves into it.
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                cells[hole] = cells[at];
                cells[hole + 1] = cells[at + 1];
                hole = at;
            }
            at = (at + 2) & mask;
        }
        cells[hole] = EMPTY;
    }

    void clear() {
        Arrays.fill(cells, EMPTY);
    }

    private int find(long key) {
        int at = home(key);
        while (cells[at] != EMPTY && cells[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private int home(long key) {
        long spread = isCounted ? key : (Digest.mix(key >>> NEIGHBOURS_BITS) << NEIGHBOURS_BITS) + (key & NEIGHBOURS);
        return (int) (spread << 1) & mask;
    }
}
