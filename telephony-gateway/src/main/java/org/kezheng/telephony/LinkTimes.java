package org.kezheng.telephony;

import java.time.Duration;

/// The times by which the gateway judges its connection. All are positive.
///
/// @param pingEvery      how often the PBX is asked for a sign of life
/// @param pingLateAfter  how late that answer may be before everything is compared anew
/// @param answerWithin   how long an order waits for the PBX's answer; a ping so late ends the connection
/// @param reconcileEvery how often the live picture is compared with the told one
/// @param reconnectEvery the pause between attempts to connect
public record LinkTimes(
        Duration pingEvery,
        Duration pingLateAfter,
        Duration answerWithin,
        Duration reconcileEvery,
        Duration reconnectEvery) {

    /// Refuses times that are not positive.
    public LinkTimes {
        requirePositive(pingEvery, "pingEvery");
        requirePositive(pingLateAfter, "pingLateAfter");
        requirePositive(answerWithin, "answerWithin");
        requirePositive(reconcileEvery, "reconcileEvery");
        requirePositive(reconnectEvery, "reconnectEvery");
    }

    /// The times for everyday use.
    public static LinkTimes standard() {
        return new LinkTimes(
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMillis(500));
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is not positive");
        }
    }
}
