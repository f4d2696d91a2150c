package org.kezheng.evidence.measures;

import java.util.Locale;

/// What is counted or summed, before any ratio is formed. Times are sums of whole microseconds, so that sources can be
/// compared exactly.
public enum Quantity {
    OFFERED,
    ANSWERED,
    ABANDONED,
    TIMED_OUT,
    REFUSED,
    LOST,
    /// Left for an announcement, or turned away by a full queue.
    OVERFLOWED,
    /// Left for a callback, which is offered as a contact of its own.
    CALLBACK,
    VOICEMAIL,
    /// Contacts that wait now, ringing ones included.
    WAITING,
    /// From entering the queue to the answer, of answered contacts.
    WAIT_MICROS,
    /// Contacts answered within [MeasureScope#SERVICE_LEVEL].
    WITHIN_SERVICE_LEVEL,
    /// Answered contacts that are over; one with several talks, by transfers, counts once.
    TALKS,
    /// Of a queue: all talk without hold, of answered contacts that are over. Of an agent: of talks that are over.
    TALK_MICROS,
    /// Offers whose device rang.
    RANG,
    /// From choosing the agent to the ringing of the device, of offers that rang.
    RING_DELAY_MICROS,
    /// On hold, of talks that are over.
    HOLD_MICROS,
    /// Time of an agent in the state talking, hold included.
    TALKING_MICROS,
    WRAP_UP_MICROS,
    READY_MICROS,
    NOT_READY_MICROS;

    /// The quantity's name in the interface, such as `timed-out` or `wait-micros`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
