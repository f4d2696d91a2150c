package org.kezheng.acd.engine;

/// The places of callers who dropped, by token, oldest first.
final class KeptPlaces {
    static final int NONE = -1;

    final long[] token;
    final int[] queueId;
    final long[] arrived;
    final long[] place;
    final long[] until;
    final long[] contact;

    private final int[] before;
    private final int[] after;
    private final FreeSlots free;
    private final LongIndex byToken;
    private int oldest = NONE;
    private int newest = NONE;

    KeptPlaces(int capacity) {
        token = new long[capacity];
        queueId = new int[capacity];
        arrived = new long[capacity];
        place = new long[capacity];
        until = new long[capacity];
        contact = new long[capacity];
        before = new int[capacity];
        after = new int[capacity];
        free = new FreeSlots(capacity);
        byToken = LongIndex.ofAny(capacity);
    }

    int find(long ofToken) {
        return byToken.get(ofToken);
    }

    /// An empty row at the end, for a token that has none.
    int add(long ofToken) {
        if (free.free() == 0) {
            remove(oldest);
        }
        int row = free.take();
        token[row] = ofToken;
        byToken.put(ofToken, row);
        link(row);
        return row;
    }

    void remove(int row) {
        byToken.remove(token[row]);
        token[row] = 0;
        if (before[row] == NONE) {
            oldest = after[row];
        } else {
            after[before[row]] = after[row];
        }
        if (after[row] == NONE) {
            newest = before[row];
        } else {
            before[after[row]] = before[row];
        }
        free.give(row);
    }

    private void link(int row) {
        before[row] = newest;
        after[row] = NONE;
        if (newest == NONE) {
            oldest = row;
        } else {
            after[newest] = row;
        }
        newest = row;
    }

    void digest(Digest digest) {
        free.digest(digest);
        for (int row = oldest; row != NONE; row = after[row]) {
            digest.add(row);
            digest.add(token[row]);
            digest.add(queueId[row]);
            digest.add(arrived[row]);
            digest.add(place[row]);
            digest.add(until[row]);
            digest.add(contact[row]);
        }
    }

    void save(StateSink sink) {
        free.save(sink);
        for (int row = oldest; row != NONE; row = after[row]) {
            sink.number(row + 1);
            sink.number(token[row]);
            sink.number(queueId[row]);
            sink.number(arrived[row]);
            sink.number(place[row]);
            sink.number(until[row]);
            sink.number(contact[row]);
        }
        sink.number(0);
    }

    void restore(StateSource source) {
        free.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int row = Checks.index(next - 1, token.length);
            token[row] = source.number();
            queueId[row] = (int) source.number();
            arrived[row] = source.number();
            place[row] = source.number();
            until[row] = source.number();
            contact[row] = source.number();
            byToken.put(token[row], row);
            link(row);
        }
    }
}
