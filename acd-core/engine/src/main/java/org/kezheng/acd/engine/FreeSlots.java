package org.kezheng.acd.engine;

/// Which of a table's rows are free: those given back, and those never taken.
final class FreeSlots {
    static final int NONE = -1;

    private final int[] given;
    private int count;
    private int untouched;

    FreeSlots(int capacity) {
        given = new int[capacity];
    }

    int take() {
        if (count > 0) {
            return given[--count];
        }
        return untouched == given.length ? NONE : untouched++;
    }

    void give(int slot) {
        given[count++] = slot;
    }

    int free() {
        return count + given.length - untouched;
    }

    int taken() {
        return untouched - count;
    }

    void digest(Digest digest) {
        digest.add(untouched);
        for (int i = 0; i < count; i++) {
            digest.add(given[i]);
        }
    }

    void save(StateSink sink) {
        sink.number(untouched);
        sink.number(count);
        for (int i = 0; i < count; i++) {
            sink.number(given[i]);
        }
    }

    void restore(StateSource source) {
        untouched = (int) source.number();
        count = (int) source.number();
        Checks.within(untouched, 0, given.length, "A number of rows");
        Checks.within(count, 0, untouched, "A number of free rows");
        for (int i = 0; i < count; i++) {
            given[i] = Checks.index(source.number(), given.length);
        }
    }
}
