package org.kezheng.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.live.ContactView;
import org.kezheng.telephony.LineReport;
import org.kezheng.telephony.LineReport.Direction;

final class MeasuredLineTest {
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");

    private final MeasuredLine line = new MeasuredLine(1, 7, 1, 2001, NOW);
    private final MeasuredChannel channel = new MeasuredChannel();

    MeasuredLineTest() {
        channel.serve(line);
    }

    @Test
    void packetsAndLossesAddUpAndTheWorstMomentIsKept() {
        report(Direction.TO_PBX, 0, 0, 250, 4, null);
        report(Direction.TO_PBX, 0.1, 25, 500, 10, null);
        report(Direction.TO_PBX, 0, 25, 750, 1, null);
        channel.end(new LineReport.Ended("kz-offer-7", 740, 760, NOW), line);
        LineFigures figures = line.figures();
        assertThat(figures.received().packets()).isEqualTo(740);
        assertThat(figures.received().lost()).isEqualTo(25);
        assertThat(figures.sent().packets()).isEqualTo(760);
        assertThat(figures.received().jitter()).isEqualTo(new LineFigures.Extent(5_000L, 10_000L));
        assertThat(figures.reports()).isEqualTo(3);
        assertThat(figures.opinionMin()).isBetween(3.3, 3.5);
        assertThat(figures.opinionMean()).isBetween(4.0, 4.1);
    }

    @Test
    void aTalkThatNothingWasReportedOfHasCountsAndNoScore() {
        channel.end(new LineReport.Ended("kz-offer-7", 100, 101, NOW), line);
        assertThat(line.figures().received().packets()).isEqualTo(100);
        assertThat(line.figures().opinionMin()).isNull();
        assertThat(line.figures().received().jitter().meanMicros()).isNull();
    }

    @Test
    void aLineIsAsGoodAsItsWorseDirectionAndSaysWhoHearsBadly() {
        report(Direction.FROM_PBX, 0.2, 50, 250, 4, Duration.ofMillis(80));
        ContactView.LineQuality agents = LineWords.of(report(Direction.TO_PBX, 0, 0, 250, 4, null), false);
        assertThat(agents.grade()).isEqualTo("poor");
        assertThat(agents.line()).isEqualTo("agent");
        assertThat(agents.hears()).isEqualTo("agent");
        assertThat(agents.lossPercent()).isEqualTo(20.0);
        assertThat(agents.roundTripMillis()).isEqualTo(80);
        ContactView.LineQuality customers = LineWords.of(report(Direction.TO_PBX, 0.5, 100, 500, 4, null), true);
        assertThat(customers.line()).isEqualTo("customer");
        assertThat(customers.hears()).isEqualTo("agent");
    }

    @Test
    void aLegThatIsCarriedOverCountsForEachTalkByItself() {
        report(Direction.TO_PBX, 0, 3, 250, 4, null);
        report(Direction.TO_PBX, 0, 3, 500, 4, null);
        MeasuredLine next = new MeasuredLine(2, 9, 1, 2001, NOW);
        channel.serve(next);
        channel.count(heard(Direction.TO_PBX, 0, 5, 600, 4, null), next);
        channel.end(new LineReport.Ended("kz-offer-7", 900, 0, NOW), next);
        assertThat(line.figures().received().packets()).isEqualTo(250);
        assertThat(line.figures().received().lost()).isEqualTo(3);
        assertThat(next.figures().received().lost()).isEqualTo(2);
        assertThat(next.figures().received().packets()).isEqualTo(650);
    }

    @Test
    void anotherStreamBeginsItsCountsAnew() {
        report(Direction.TO_PBX, 0, 9, 60_000, 4, null);
        report(Direction.TO_PBX, 0, 2, 40, 4, null);
        report(Direction.TO_PBX, 0, 2, 140, 4, null);
        assertThat(line.figures().received().lost()).isEqualTo(11);
        assertThat(line.figures().received().packets()).isEqualTo(100);
    }

    private LineNow report(
            Direction direction, double share, long lost, long sequence, int jitter, @Nullable Duration roundTrip) {
        LineReport.Heard report = heard(direction, share, lost, sequence, jitter, roundTrip);
        channel.count(report, line);
        return line.heard(report);
    }

    private static LineReport.Heard heard(
            Direction direction, double share, long lost, long sequence, int jitter, @Nullable Duration roundTrip) {
        return new LineReport.Heard(
                "kz-offer-7", direction, share, lost, sequence, Duration.ofMillis(jitter), roundTrip, NOW);
    }
}
