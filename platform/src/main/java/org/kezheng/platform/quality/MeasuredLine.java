package org.kezheng.platform.quality;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.telephony.LineReport;
import org.kezheng.telephony.LineReport.Direction;

/// One line of a call while its reports come in.
final class MeasuredLine {
    private static final double NANOS_PER_MICRO = 1e3;

    final long contact;
    final long offer;
    final int client;
    final int agent;
    final Ear received = new Ear();
    final Ear sent = new Ear();
    /// Whether there is something that the table does not have.
    boolean isNew;

    Instant changedAt;

    private final Spread roundTrips = new Spread();
    private final Spread opinions = new Spread();
    private @Nullable Duration roundTrip;

    MeasuredLine(long contact, long offer, int client, int agent, Instant at) {
        this.contact = contact;
        this.offer = offer;
        this.client = client;
        this.agent = agent;
        this.changedAt = at;
    }

    /// What arrived at one side.
    static final class Ear {
        long packets;
        long lost;
        private final Spread jitters = new Spread();
        private double lostShare;
        private Duration jitter = Duration.ZERO;
        private double opinion = OpinionScore.BEST;
        private boolean isHeard;

        private LineFigures.Ear figures() {
            return new LineFigures.Ear(packets, lost, LineFigures.Extent.of(jitters));
        }
    }

    /// Takes a report in, and gives what the line is like now.
    LineNow heard(LineReport.Heard report) {
        Ear ear = report.direction() == Direction.TO_PBX ? received : sent;
        Duration told = report.roundTrip();
        if (told != null) {
            roundTrip = told;
            roundTrips.add(told.toNanos() / NANOS_PER_MICRO);
        }
        ear.isHeard = true;
        ear.lostShare = report.lostShare();
        ear.jitter = report.jitter();
        ear.jitters.add(report.jitter().toNanos() / NANOS_PER_MICRO);
        ear.opinion = OpinionScore.of(report.lostShare(), report.jitter(), roundTrip);
        LineNow now = now(report.at());
        opinions.add(now.opinion());
        touch(report.at());
        return now;
    }

    void touch(Instant at) {
        isNew = true;
        changedAt = at;
    }

    /// A line is as good as its worse direction.
    private LineNow now(Instant at) {
        boolean isReceivedWorse = received.isHeard && (!sent.isHeard || received.opinion <= sent.opinion);
        Ear worse = isReceivedWorse ? received : sent;
        return new LineNow(
                worse.opinion,
                isReceivedWorse ? Direction.TO_PBX : Direction.FROM_PBX,
                worse.lostShare,
                worse.jitter,
                roundTrip,
                at);
    }

    LineFigures figures() {
        return new LineFigures(
                contact,
                offer,
                agent,
                received.figures(),
                sent.figures(),
                LineFigures.Extent.of(roundTrips),
                opinions.min(),
                opinions.mean(),
                opinions.count());
    }
}
