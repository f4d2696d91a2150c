package org.kezheng.benchmarks.host;

import java.util.Arrays;

/// Times in nanoseconds, asked for in microseconds.
final class Micros {
    private final long[] sortedNanos;

    private Micros(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    static Micros of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Micros(sorted);
    }

    /// The time below which a share of all lies, from 0 to 1; 0 when there are none.
    double at(double share) {
        int last = sortedNanos.length - 1;
        return last < 0 ? 0 : sortedNanos[(int) Math.round(share * last)] / 1e3;
    }
}
