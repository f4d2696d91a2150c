package org.kezheng.acd.engine;

/// The contacts that ended last, so that a late word about one of them is told from a word about an unknown one,
/// and none comes to life again.
final class EndedContacts {
    private final long[] ring;
    private final LongIndex index;
    private int next;

    EndedContacts(int capacity) {
        ring = new long[capacity];
        index = LongIndex.ofAny(capacity);
    }

    boolean contains(long contact) {
        return index.get(contact) != LongIndex.NONE;
    }

    void add(long contact) {
        if (ring[next] != 0) {
            index.remove(ring[next]);
        }
        ring[next] = contact;
        index.put(contact, next);
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    void digest(Digest digest) {
        digest.add(next);
        for (long contact : ring) {
            digest.add(contact);
        }
    }

    void save(StateSink sink) {
        sink.number(next);
        for (long contact : ring) {
            sink.number(contact);
        }
    }

    void restore(StateSource source) {
        next = Checks.index(source.number(), ring.length);
        for (int i = 0; i < ring.length; i++) {
            ring[i] = source.number();
            if (ring[i] != 0) {
                index.put(ring[i], i);
            }
        }
    }
}
