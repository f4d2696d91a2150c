package org.kezheng.acd.engine;

/// Where a contact goes when its queue is full, or when it has waited for as long as its queue allows.
public sealed interface Overflow {
    /// Into another queue of the same client and channel. It is the same contact and keeps its arrival.
    record ToQueue(QueueId queue) implements Overflow {}

    record ToVoicemail() implements Overflow {}

    /// The platform offers to call back. The place is kept for the contact's token, see [QueueTimes].
    record ToCallback() implements Overflow {}

    record ToAnnouncement() implements Overflow {}

    record Disconnect() implements Overflow {}
}
