package org.kezheng.telephony;

import java.time.Duration;

/// How the gateway reaches its PBX, and its bounds.
///
/// @param ringWithin      how soon an agent's phone must ring; a leg that is later is given up as failed, since
/// Asterisk
///                        itself does not notice a phone that is not there
/// @param maxQueuedEvents the PBX's events that may wait for the worker; when passed, they are dropped and the whole
///                        picture is read anew
/// @param maxOpenRequests the orders that may be under way at once; one more is answered [PbxAnswer.Unavailable]
public record GatewaySettings(
        ManagerAccess access, LinkTimes times, Duration ringWithin, int maxQueuedEvents, int maxOpenRequests) {

    private static final Duration STANDARD_RING_WITHIN = Duration.ofSeconds(5);
    private static final int STANDARD_QUEUED_EVENTS = 50_000;
    private static final int STANDARD_OPEN_REQUESTS = 2_000;

    /// Refuses bounds under 1 and times that are not positive.
    public GatewaySettings {
        if (ringWithin.isNegative() || ringWithin.isZero()) {
            throw new IllegalArgumentException("ringWithin is not positive");
        }
        if (maxQueuedEvents < 1 || maxOpenRequests < 1) {
            throw new IllegalArgumentException("a bound of the gateway is under 1");
        }
    }

    /// The settings for everyday use.
    public static GatewaySettings standard(ManagerAccess access) {
        return new GatewaySettings(
                access, LinkTimes.standard(), STANDARD_RING_WITHIN, STANDARD_QUEUED_EVENTS, STANDARD_OPEN_REQUESTS);
    }
}
