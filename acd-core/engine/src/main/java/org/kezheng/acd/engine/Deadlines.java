package org.kezheng.acd.engine;

/// What will happen by itself, in order of time, and of having been set for what is due at the same instant. One
/// order for each kind: those who wait are many and seldom first, the others are few and often.
final class Deadlines {
    private static final Kind[] KINDS = Kind.values();

    private final DeadlineOrder[] orders = new DeadlineOrder[KINDS.length];
    private long sets;

    Deadlines(int contacts, int wrapUps, int passOvers) {
        orders[Kind.WAITING.ordinal()] = new DeadlineOrder(contacts);
        orders[Kind.LEG.ordinal()] = new DeadlineOrder(contacts);
        orders[Kind.WRAP_UP.ordinal()] = new DeadlineOrder(wrapUps);
        orders[Kind.PASS_OVER.ordinal()] = new DeadlineOrder(passOvers);
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
        orders[kind.ordinal()].set(row, at, ++sets);
    }

    void clear(Kind kind, int row) {
        orders[kind.ordinal()].clear(row);
    }

    boolean isSet(Kind kind, int row) {
        return orders[kind.ordinal()].contains(row);
    }

    /// Of a deadline that is set.
    long at(Kind kind, int row) {
        return orders[kind.ordinal()].at(row);
    }

    /// Whether one deadline of a kind comes before another of the same kind.
    boolean isBefore(Kind kind, int row, int other) {
        return orders[kind.ordinal()].isBefore(row, other);
    }

    /// The row whose deadline of a kind comes first; there is one.
    int first(Kind kind) {
        return orders[kind.ordinal()].first();
    }

    /// The kind whose first deadline comes first of all.
    Kind firstKind() {
        int first = 0;
        for (int kind = 1; kind < orders.length; kind++) {
            first = orders[kind].isBefore(orders[first]) ? kind : first;
        }
        return KINDS[first];
    }

    /// `Long.MAX_VALUE`: there is none.
    long firstAt() {
        long first = Long.MAX_VALUE;
        for (DeadlineOrder order : orders) {
            first = Math.min(first, order.firstAt());
        }
        return first;
    }

    void digest(Digest digest) {
        digest.add(sets);
        for (DeadlineOrder order : orders) {
            order.digest(digest);
        }
    }

    void save(StateSink sink) {
        sink.number(sets);
        for (DeadlineOrder order : orders) {
            order.save(sink);
        }
    }

    void restore(StateSource source) {
        sets = source.number();
        for (DeadlineOrder order : orders) {
            order.restore(source);
        }
    }
}
