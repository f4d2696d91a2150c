package org.kezheng.simulation.strategies;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What came of a day.
final class StrategyFigures {
    private static final long SERVICE_LEVEL_MICROS = 20_000_000;

    private int offered;
    private int answered;
    private int abandoned;
    private int inTime;
    private long waitMicros;
    private long longestWaitMicros;
    private final Map<Integer, Long> busyMicros = new TreeMap<>();
    private final Map<Integer, Long> thereMicros = new TreeMap<>();

    void offered() {
        offered++;
    }

    void answered(long waitedMicros) {
        answered++;
        waitMicros += waitedMicros;
        longestWaitMicros = Math.max(longestWaitMicros, waitedMicros);
        inTime += waitedMicros <= SERVICE_LEVEL_MICROS ? 1 : 0;
    }

    void abandoned() {
        abandoned++;
    }

    /// Time of an agent who is signed in; busy from the offer to the end of wrap-up.
    void there(int agent, long micros, boolean isBusy) {
        thereMicros.merge(agent, micros, Long::sum);
        busyMicros.merge(agent, isBusy ? micros : 0, Long::sum);
    }

    private double occupancy(int agent) {
        return (double) busyMicros.getOrDefault(agent, 0L) / thereMicros.getOrDefault(agent, 1L);
    }

    /// The report's row. Fairness is the least busy agent's occupancy and the busiest one's.
    String row() {
        long busy = busyMicros.values().stream().mapToLong(Long::longValue).sum();
        long there = thereMicros.values().stream().mapToLong(Long::longValue).sum();
        double least =
                thereMicros.keySet().stream().mapToDouble(this::occupancy).min().orElse(0);
        double most =
                thereMicros.keySet().stream().mapToDouble(this::occupancy).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "%8d %9d %10d %14.1f %10.1f %10.1f %10.1f %13.1f %.1f",
                offered,
                answered,
                abandoned,
                100.0 * inTime / offered,
                waitMicros / 1e6 / answered,
                longestWaitMicros / 1e6,
                100.0 * busy / there,
                100 * least,
                100 * most);
    }
}
