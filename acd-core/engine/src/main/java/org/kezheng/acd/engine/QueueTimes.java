package org.kezheng.acd.engine;

/// The times of a queue, in microseconds.
///
/// @param offerTimeoutMicros from the offer until it counts as missed
/// @param wrapUpLimitMicros the longest wrap-up; 0: none, the agent is free at once
/// @param maxWaitMicros from arrival until a contact that still waits is disconnected
/// @param declinePassOverMicros how long an agent who declined a contact is not offered it again; at least a
///     second, as a phone that declines by itself would be offered it over and over
public record QueueTimes(
        long offerTimeoutMicros, long wrapUpLimitMicros, long maxWaitMicros, long declinePassOverMicros) {
    /// A year: no time of a queue makes sense beyond it, and sums of such times cannot overflow.
    private static final long LONGEST_MICROS = 366L * 24 * 3600 * 1_000_000;

    private static final long SECOND_MICROS = 1_000_000;

    public QueueTimes {
        Checks.within(offerTimeoutMicros, 1, LONGEST_MICROS, "An offer's timeout");
        Checks.within(wrapUpLimitMicros, 0, LONGEST_MICROS, "A wrap-up limit");
        Checks.within(maxWaitMicros, 1, LONGEST_MICROS, "A longest wait");
        Checks.within(declinePassOverMicros, SECOND_MICROS, LONGEST_MICROS, "A pass-over time");
    }
}
