package org.kezheng.benchmarks;

import java.util.SplittableRandom;

/// What one access costs that no cache has: a chase of pointers, each known only when the one before has come, over a
/// memory that is larger than the caches.
final class CacheMiss {
    private static final int WORDS = 32 << 20;
    private static final int STEPS = 4_000_000;

    private final int[] next = new int[2 * WORDS];

    /// One cycle through all cache lines (Sattolo's shuffle).
    CacheMiss() {
        int line = 16;
        int lines = next.length / line;
        int[] order = new int[lines];
        for (int i = 0; i < lines; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int i = lines - 1; i > 0; i--) {
            int j = random.nextInt(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        for (int i = 0; i < lines; i++) {
            next[order[i] * line] = order[(i + 1) % lines] * line;
        }
    }

    double nanos() {
        int at = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            at = next[at];
        }
        long took = System.nanoTime() - begun;
        if (at < 0) {
            throw new IllegalStateException("The chase left its memory");
        }
        return (double) took / STEPS;
    }
}
