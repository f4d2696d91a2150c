package org.kezheng.acd.engine;

/// The times of a queue, in microseconds.
///
/// @param offerTimeoutMicros from the offer until it counts as missed
/// @param wrapUpLimitMicros the longest wrap-up; 0: none, the agent is free at once
/// @param maxWaitMicros from entering the queue until a contact that still waits overflows
/// @param declinePassOverMicros how long an agent who declined a contact is not offered it again; at least a
///     second, as a phone that declines by itself would be offered it over and over
/// @param wrapUpExtensionMicros what one extension adds to a wrap-up
/// @param keptPlaceMicros how long the place of a caller who dropped, or who is called back, is kept; 0: not at all
/// @param lastAgentMicros how long a contact waits for the agent who served the customer last; 0: only if free now
/// @param namedAgentMicros how long a contact waits for an agent by name; 0: only if free now
public record QueueTimes(
        long offerTimeoutMicros,
        long wrapUpLimitMicros,
        long maxWaitMicros,
        long declinePassOverMicros,
        long wrapUpExtensionMicros,
        long keptPlaceMicros,
        long lastAgentMicros,
        long namedAgentMicros) {
    /// A year: no time of a queue makes sense beyond it, and sums of such times cannot overflow.
    static final long LONGEST_MICROS = 366L * 24 * 3600 * 1_000_000;

    private static final long SECOND_MICROS = 1_000_000;

    public QueueTimes {
        Checks.within(offerTimeoutMicros, 1, LONGEST_MICROS, "An offer's timeout");
        Checks.within(wrapUpLimitMicros, 0, LONGEST_MICROS, "A wrap-up limit");
        Checks.within(maxWaitMicros, 1, LONGEST_MICROS, "A longest wait");
        Checks.within(declinePassOverMicros, SECOND_MICROS, LONGEST_MICROS, "A pass-over time");
        Checks.within(wrapUpExtensionMicros, 0, LONGEST_MICROS, "A wrap-up extension");
        Checks.within(keptPlaceMicros, 0, LONGEST_MICROS, "The time for which a place is kept");
        Checks.within(lastAgentMicros, 0, LONGEST_MICROS, "The wait for the last agent");
        Checks.within(namedAgentMicros, 0, LONGEST_MICROS, "The wait for a named agent");
    }

    /// Without extension, kept places, or waits for one agent.
    public QueueTimes(long offerTimeoutMicros, long wrapUpLimitMicros, long maxWaitMicros, long declinePassOverMicros) {
        this(offerTimeoutMicros, wrapUpLimitMicros, maxWaitMicros, declinePassOverMicros, 0, 0, 0, 0);
    }
}
