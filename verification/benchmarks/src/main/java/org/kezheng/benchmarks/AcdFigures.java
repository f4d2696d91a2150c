package org.kezheng.benchmarks;

import java.util.Locale;
import java.util.Optional;

/// The figures of one size and mode; times of a command are medians over the rounds.
public record AcdFigures(
        AcdSize size,
        AcdMode mode,
        long seed,
        int commands,
        long wallMillis,
        double nsPerCommand,
        Optional<Double> naiveNsPerCommand,
        double offersPerSecond,
        long p50Nanos,
        long p99Nanos,
        long p9999Nanos,
        int maxTickWorkUnits,
        double bytesPerCommand,
        double cacheMissNanos,
        String decisionHash,
        Optional<String> naiveDecisionHash) {

    /// One line.
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"acd\",\"agents\":%d,\"skills\":%d,\"waiting\":%d,\"mode\":\"%s\",\"seed\":%d,"
                        + "\"commands\":%d,\"wallMillis\":%d,\"nsPerCommand\":%.1f,\"naiveNsPerCommand\":%s,"
                        + "\"offersPerSecond\":%.0f,\"p50Nanos\":%d,\"p99Nanos\":%d,\"p9999Nanos\":%d,"
                        + "\"maxTickWorkUnits\":%d,\"bytesPerCommand\":%.3f,\"cacheMissNanos\":%.1f,"
                        + "\"decisionHash\":\"%s\",\"naiveDecisionHash\":%s}",
                size.agents(),
                size.skills(),
                size.waiting(),
                mode.code(),
                seed,
                commands,
                wallMillis,
                nsPerCommand,
                naiveNsPerCommand
                        .map(nanos -> String.format(Locale.ROOT, "%.1f", nanos))
                        .orElse("null"),
                offersPerSecond,
                p50Nanos,
                p99Nanos,
                p9999Nanos,
                maxTickWorkUnits,
                bytesPerCommand,
                cacheMissNanos,
                decisionHash,
                naiveDecisionHash.map(hash -> "\"" + hash + "\"").orElse("null"));
    }

    /// A few lines to read.
    public String text() {
        return String.format(
                Locale.ROOT,
                "%,d agents, %,d skills, %,d waiting, %s: %.0f ns a command (%.1f cache misses of %.0f ns), naive %s;"
                        + " %,.0f offers a second; p50 %,d, p99 %,d, p99.99 %,d ns; at most %d units a tick;"
                        + " %.3f bytes a command; decisions %s, naive %s",
                size.agents(),
                size.skills(),
                size.waiting(),
                mode.code(),
                nsPerCommand,
                nsPerCommand / cacheMissNanos,
                cacheMissNanos,
                naiveNsPerCommand
                        .map(nanos -> String.format(Locale.ROOT, "%,.0f ns", nanos))
                        .orElse("not run"),
                offersPerSecond,
                p50Nanos,
                p99Nanos,
                p9999Nanos,
                maxTickWorkUnits,
                bytesPerCommand,
                decisionHash,
                naiveDecisionHash.orElse("not run"));
    }
}
