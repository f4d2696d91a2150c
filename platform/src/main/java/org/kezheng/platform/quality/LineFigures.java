package org.kezheng.platform.quality;

import org.jspecify.annotations.Nullable;

/// What is kept of one line of a call.
///
/// @param offer whose leg it is; 0: the customer's line
/// @param agent 0: the customer's line
/// @param received what came to the PBX
/// @param sent what left the PBX, as the other side heard it
/// @param roundTrip between the PBX and the other side
/// @param opinionMin the worst MOS of any moment; absent when nothing was reported
/// @param reports how many the figures are made of
public record LineFigures(
        long contact,
        long offer,
        int agent,
        Ear received,
        Ear sent,
        Extent roundTrip,
        @Nullable Double opinionMin,
        @Nullable Double opinionMean,
        int reports) {

    /// What arrived at one side.
    ///
    /// @param packets that arrived at the PBX, or that it sent
    /// @param lost of them on the way
    public record Ear(long packets, long lost, Extent jitter) {}

    /// Mean and maximum in microseconds; absent when nothing was reported.
    public record Extent(
            @Nullable Long meanMicros, @Nullable Long maxMicros) {
        static Extent of(Spread micros) {
            Double mean = micros.mean();
            Double max = micros.max();
            return new Extent(mean == null ? null : Math.round(mean), max == null ? null : Math.round(max));
        }
    }
}
