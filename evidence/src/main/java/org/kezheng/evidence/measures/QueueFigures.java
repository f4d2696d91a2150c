package org.kezheng.evidence.measures;

import java.time.LocalDate;
import java.util.OptionalDouble;

/// A queue's figures of one day, with the ratios that the definitions form of them.
public final class QueueFigures {
    private static final double MICROS_PER_SECOND = 1e6;

    private final LocalDate day;
    private final Line.Subject subject;
    private final Figures figures;

    QueueFigures(LocalDate day, Line.Subject subject, Figures figures) {
        this.day = day;
        this.subject = subject;
        this.figures = figures;
    }

    /// The number itself; times in microseconds.
    public long of(Quantity quantity) {
        return figures.value(new Line(day, subject, quantity));
    }

    public double waitSeconds() {
        return of(Quantity.WAIT_MICROS) / MICROS_PER_SECOND;
    }

    public double talkSeconds() {
        return of(Quantity.TALK_MICROS) / MICROS_PER_SECOND;
    }

    /// ASA; none while nothing was answered.
    public OptionalDouble averageSpeedOfAnswerSeconds() {
        return ratio(of(Quantity.WAIT_MICROS), of(Quantity.ANSWERED), MICROS_PER_SECOND);
    }

    /// None while no talk is over.
    public OptionalDouble averageTalkSeconds() {
        return ratio(of(Quantity.TALK_MICROS), of(Quantity.TALKS), MICROS_PER_SECOND);
    }

    /// The average over offers that rang; none while none did.
    public OptionalDouble ringDelaySeconds() {
        return ratio(of(Quantity.RING_DELAY_MICROS), of(Quantity.RANG), MICROS_PER_SECOND);
    }

    /// Between 0 and 1; none while nothing was offered.
    public OptionalDouble serviceLevel() {
        return ratio(of(Quantity.WITHIN_SERVICE_LEVEL), of(Quantity.OFFERED), 1);
    }

    private static OptionalDouble ratio(long sum, long count, double unit) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / unit / count);
    }
}
