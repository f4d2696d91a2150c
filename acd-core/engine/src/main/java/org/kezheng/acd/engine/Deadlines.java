package org.kezheng.acd.engine;

/// What will happen by itself, in order of time, and of having been set for what is due at the same instant. One
/// heap for each kind: those who wait are many and seldom first, the others are few and often.
final class Deadlines {
    private static final Kind[] KINDS = Kind.values();

    private final DeadlineHeap[] heaps = new DeadlineHeap[KINDS.length];
    private long sets;

    Deadlines(int contacts, int wrapUps, int passOvers) {
        heaps[Kind.WAITING.ordinal()] = new DeadlineHeap(contacts);
        heaps[Kind.LEG.ordinal()] = new DeadlineHeap(contacts);
        heaps[Kind.WRAP_UP.ordinal()] = new DeadlineHeap(wrapUps);
        heaps[Kind.PASS_OVER.ordinal()] = new DeadlineHeap(passOvers);
    }

    /// What a deadline ends.
    enum Kind {
        /// A contact's wait for its wish, for a ring, or at all.
        WAITING,
        /// A contact's offer, or the lease of its talk.
        LEG,
        WRAP_UP,
        PASS_OVER
    }

    void set(Kind kind, int row, long at) {
        heaps[kind.ordinal()].set(row, at, ++sets);
    }

    void clear(Kind kind, int row) {
        heaps[kind.ordinal()].clear(row);
    }

    boolean isSet(Kind kind, int row) {
        return heaps[kind.ordinal()].contains(row);
    }

    /// Of a deadline that is set.
    long at(Kind kind, int row) {
        return heaps[kind.ordinal()].at(row);
    }

    /// Whether one deadline of a kind comes before another of the same kind.
    boolean isBefore(Kind kind, int row, int other) {
        return heaps[kind.ordinal()].isBefore(row, other);
    }

    /// The row whose deadline of a kind comes first; there is one.
    int first(Kind kind) {
        return heaps[kind.ordinal()].first();
    }

    /// The kind whose first deadline comes first of all.
    Kind firstKind() {
        int first = 0;
        for (int kind = 1; kind < heaps.length; kind++) {
            first = heaps[kind].isBefore(heaps[first]) ? kind : first;
        }
        return KINDS[first];
    }

    /// `Long.MAX_VALUE`: there is none.
    long firstAt() {
        long first = Long.MAX_VALUE;
        for (DeadlineHeap heap : heaps) {
            first = Math.min(first, heap.firstAt());
        }
        return first;
    }

    void digest(Digest digest) {
        digest.add(sets);
        for (DeadlineHeap heap : heaps) {
            heap.digest(digest);
        }
    }

    void save(StateSink sink) {
        sink.number(sets);
        for (DeadlineHeap heap : heaps) {
            heap.save(sink);
        }
    }

    void restore(StateSource source) {
        sets = source.number();
        for (DeadlineHeap heap : heaps) {
            heap.restore(source);
        }
    }
}
