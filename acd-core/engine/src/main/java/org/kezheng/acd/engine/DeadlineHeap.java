package org.kezheng.acd.engine;

/// A heap of deadlines with four children to a node, and a place by id. Nothing is allocated.
final class DeadlineHeap {
    private static final int NONE = -1;
    private static final int ID_BITS = 24;
    private static final long ID = (1L << ID_BITS) - 1;

    /// Two words a place: the instant; the number of the setting, and the id.
    private final long[] heap;
    /// The place of an id plus one.
    private final int[] places;
    private int size;

    DeadlineHeap(int ids) {
        Checks.within(ids, 0, ID, "The number of deadlines");
        heap = new long[2 * ids];
        places = new int[ids];
    }

    boolean contains(int id) {
        return places[id] != 0;
    }

    long at(int id) {
        return heap[2 * (places[id] - 1)];
    }

    long setting(int id) {
        return heap[2 * (places[id] - 1) + 1] >>> ID_BITS;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The first one's id; there is one.
    int first() {
        return (int) (heap[1] & ID);
    }

    long firstAt() {
        return size == 0 ? Long.MAX_VALUE : heap[0];
    }

    void set(int id, long at, long setting) {
        if (places[id] != 0) {
            clear(id);
        }
        settle(up(size++, at, setting << ID_BITS | id), at, setting << ID_BITS | id);
    }

    void clear(int id) {
        int place = places[id] - 1;
        if (place == NONE) {
            return;
        }
        places[id] = 0;
        size--;
        if (place != size) {
            long at = heap[2 * size];
            long word = heap[2 * size + 1];
            int higher = up(place, at, word);
            settle(higher == place ? down(place, at, word) : higher, at, word);
        }
    }

    private void settle(int place, long at, long word) {
        heap[2 * place] = at;
        heap[2 * place + 1] = word;
        places[(int) (word & ID)] = place + 1;
    }

    /// Makes a hole, from a place upwards, where the entry belongs.
    private int up(int from, long at, long word) {
        int place = from;
        while (place > 0) {
            int above = (place - 1) >> 2;
            if (!isBefore(at, word, above)) {
                break;
            }
            settle(place, heap[2 * above], heap[2 * above + 1]);
            place = above;
        }
        return place;
    }

    private int down(int from, long at, long word) {
        int place = from;
        while (true) {
            int first = 4 * place + 1;
            if (first >= size) {
                return place;
            }
            int least = first;
            int end = Math.min(first + 4, size);
            for (int child = first + 1; child < end; child++) {
                least = isBefore(heap[2 * child], heap[2 * child + 1], least) ? child : least;
            }
            if (isBefore(at, word, least)) {
                return place;
            }
            settle(place, heap[2 * least], heap[2 * least + 1]);
            place = least;
        }
    }

    private boolean isBefore(long at, long word, int place) {
        return at != heap[2 * place] ? at < heap[2 * place] : word < heap[2 * place + 1];
    }

    void digest(Digest digest) {
        digest.add(size);
        for (int i = 0; i < 2 * size; i++) {
            digest.add(heap[i]);
        }
    }

    void save(StateSink sink) {
        sink.number(size);
        for (int i = 0; i < 2 * size; i++) {
            sink.number(heap[i]);
        }
    }

    void restore(StateSource source) {
        size = (int) source.number();
        Checks.within(size, 0, places.length, "A number of deadlines");
        for (int place = 0; place < size; place++) {
            long at = source.number();
            long word = source.number();
            Checks.within(word & ID, 0, places.length - 1L, "A deadline's id");
            settle(place, at, word);
        }
    }
}
