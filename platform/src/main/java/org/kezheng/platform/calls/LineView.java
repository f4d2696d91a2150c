package org.kezheng.platform.calls;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.quality.LineFigures;

/// How well a line of a call carried its audio.
///
/// @param line `customer` or `agent`
/// @param offer whose leg it is; absent of the customer's line
/// @param received what came to the PBX
/// @param sent what left the PBX; its loss and jitter are the other side's word
/// @param mosMin the worst moment, from 1 to 4.5; absent when nothing was reported
/// @param reports how many the figures are made of
record LineView(
        String line,
        @Nullable String offer,
        @Nullable String agent,
        Ear received,
        Ear sent,
        @Nullable Double roundTripMeanMillis,
        @Nullable Double roundTripMaxMillis,
        @Nullable Double mosMin,
        @Nullable Double mosMean,
        int reports) {
    private static final double PERCENT = 100;
    private static final double HUNDREDTHS = 100;
    private static final double MICROS_PER_MILLI = 1_000;

    /// One direction of it.
    record Ear(
            long packets,
            long lost,
            double lossPercent,
            @Nullable Double jitterMeanMillis,
            @Nullable Double jitterMaxMillis) {}

    static LineView of(LineFigures line, Directory directory) {
        boolean isCustomers = line.offer() == 0;
        return new LineView(
                isCustomers ? "customer" : "agent",
                isCustomers ? null : Long.toString(line.offer()),
                isCustomers ? null : directory.agentUser(line.agent()),
                received(line.received()),
                sent(line.sent()),
                millis(line.roundTrip().meanMicros()),
                millis(line.roundTrip().maxMicros()),
                rounded(line.opinionMin()),
                rounded(line.opinionMean()),
                line.reports());
    }

    /// What was lost never came.
    private static Ear received(LineFigures.Ear ear) {
        return ear(ear, ear.packets() + ear.lost());
    }

    /// What was lost had been sent.
    private static Ear sent(LineFigures.Ear ear) {
        return ear(ear, ear.packets());
    }

    private static Ear ear(LineFigures.Ear ear, long expected) {
        double share = expected == 0 ? 0 : Math.min(1, ear.lost() / (double) expected);
        return new Ear(
                ear.packets(),
                ear.lost(),
                rounded(PERCENT * share),
                millis(ear.jitter().meanMicros()),
                millis(ear.jitter().maxMicros()));
    }

    private static @Nullable Double millis(@Nullable Long micros) {
        return micros == null ? null : rounded(micros / MICROS_PER_MILLI);
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : rounded(value.doubleValue());
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }
}
