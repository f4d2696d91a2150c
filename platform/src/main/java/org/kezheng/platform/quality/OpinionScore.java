package org.kezheng.platform.quality;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What people would think of a line, by the E-model of ITU-T G.107 (06/2015), reduced to what the PBX reports of RTP.
///
/// `R = 93.2 − Id − Ie,eff`: 93.2 is R with every input of G.107 at its default. The delay impairment is `Id =
/// 0.024 d + 0.11 (d − 177.3)` (the second part only above 177.3 ms) for a delay of `d` ms one way, the
/// simplification of Cole and Rosenbluth ("Voice over IP performance monitoring", ACM CCR 31(2), 2001). The loss
/// impairment is `Ie,eff = Ie + (95 − Ie) · Ppl / (Ppl + Bpl)` for `Ppl` percent lost at random, with `Ie` = 0 and
/// `Bpl` = 25.1, the values of G.113 (11/2007), Appendix I, for G.711 with concealment of losses; softphones' Opus
/// is taken for no better. `MOS = 1 + 0.035 R + R (R − 60) (100 − R) · 7 · 10⁻⁶` (G.107, Annex B).
///
/// The delay is half the round trip and what a receiver has to wait to even out the jitter, taken as twice the jitter.
/// G.107 itself knows no jitter. Where the round trip is unknown it is taken as none.
final class OpinionScore {
    static final double WORST = 1;
    static final double BEST = 4.5;

    private static final double DEFAULT_RATING = 93.2;
    private static final double DELAY_SLOPE = 0.024;
    private static final double LATE_SLOPE = 0.11;
    private static final double LATE_MILLIS = 177.3;
    private static final double MAX_IMPAIRMENT = 95;
    private static final double LOSS_ROBUSTNESS = 25.1;
    private static final double PERCENT = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private OpinionScore() {}

    /// The mean opinion score (MOS), from 1 to 4.5.
    ///
    /// @param lostShare from 0 to 1
    static double of(double lostShare, Duration jitter, @Nullable Duration roundTrip) {
        double lostPercent = PERCENT * Math.clamp(lostShare, 0.0, 1.0);
        double oneWay = (roundTrip == null ? 0 : millis(roundTrip) / 2) + 2 * millis(jitter);
        double late = Math.max(0, oneWay - LATE_MILLIS);
        double delayImpairment = DELAY_SLOPE * oneWay + LATE_SLOPE * late;
        double lossImpairment = MAX_IMPAIRMENT * lostPercent / (lostPercent + LOSS_ROBUSTNESS);
        return ofRating(DEFAULT_RATING - delayImpairment - lossImpairment);
    }

    private static double ofRating(double rating) {
        if (rating <= 0) {
            return WORST;
        }
        double score = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return Math.clamp(score, WORST, BEST);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }
}
