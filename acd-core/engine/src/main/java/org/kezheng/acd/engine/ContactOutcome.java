package org.kezheng.acd.engine;

/// How a contact ended. A contact that was answered ends as `ANSWERED` whatever broke afterwards, so that the
/// contacts that ended as answered are exactly those that an agent took.
public enum ContactOutcome {
    ANSWERED,
    /// The caller left before an agent answered.
    ABANDONED,
    /// Waited longer than its queue allows, and was disconnected.
    TIMED_OUT,
    /// The platform turned it away before an agent answered.
    REFUSED,
    /// The PBX lost it before an agent answered.
    LOST,
    /// Left the queue for an announcement, or was turned away because the queue was full.
    OVERFLOWED,
    /// Left the queue for a callback, which is a contact of its own.
    CALLBACK,
    /// Left the queue for voicemail.
    VOICEMAIL
}
