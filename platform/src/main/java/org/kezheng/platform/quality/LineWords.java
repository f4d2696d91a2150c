package org.kezheng.platform.quality;

import java.time.Duration;
import org.kezheng.platform.live.ContactView;
import org.kezheng.telephony.LineReport.Direction;

/// What the desks say of a line.
final class LineWords {
    /// Users are satisfied above it (ITU-T G.107, Annex B: R of 80).
    static final double GOOD = 4.03;
    /// Many users are dissatisfied below it (R of 70).
    static final double FAIR = 3.60;

    private static final double PERMILLE = 1_000;
    private static final double TENTHS = 10;
    private static final double HUNDREDTHS = 100;

    private LineWords() {}

    /// @param isCustomers whether it is the customer's line, and not an agent's
    static ContactView.LineQuality of(LineNow now, boolean isCustomers) {
        // What does not come to the PBX is not heard by the other party; what does not leave it, by this one.
        boolean isAgentDeaf = isCustomers == (now.direction() == Direction.TO_PBX);
        Duration roundTrip = now.roundTrip();
        return new ContactView.LineQuality(
                Math.round(now.opinion() * HUNDREDTHS) / HUNDREDTHS,
                grade(now.opinion()),
                isCustomers ? ContactView.LineQuality.CUSTOMER : ContactView.LineQuality.AGENT,
                isAgentDeaf ? ContactView.LineQuality.AGENT : ContactView.LineQuality.CUSTOMER,
                Math.round(now.lostShare() * PERMILLE) / TENTHS,
                millis(now.jitter()),
                roundTrip == null ? null : millis(roundTrip),
                now.at());
    }

    private static String grade(double opinion) {
        return opinion >= GOOD ? "good" : opinion >= FAIR ? "fair" : "poor";
    }

    private static int millis(Duration duration) {
        return (int) Math.min(duration.toMillis(), Integer.MAX_VALUE);
    }
}
