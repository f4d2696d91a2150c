package org.kezheng.acd.engine;

/// Which of a table's rows are free.
final class FreeSlots {
    static final int NONE = -1;

    private final int[] stack;
    private int count;

    FreeSlots(int capacity) {
        stack = new int[capacity];
        for (int slot = capacity - 1; slot >= 0; slot--) {
            stack[count++] = slot;
        }
    }

    int take() {
        return count == 0 ? NONE : stack[--count];
    }

    void give(int slot) {
        stack[count++] = slot;
    }

    int free() {
        return count;
    }

    int taken() {
        return stack.length - count;
    }

    void digest(Digest digest) {
        for (int i = 0; i < count; i++) {
            digest.add(stack[i]);
        }
    }
}
