package org.kezheng.acd.engine;

/// Why a contact left from outside the engine.
public enum LeaveCause {
    /// The caller hung up, or the line to the caller broke.
    CALLER_HUNG_UP,
    /// Reconciliation with the PBX found the contact gone.
    PBX_LOST,
    /// The platform turned the contact away after it had arrived.
    REFUSED,
    /// A talk goes on without any agent: the caller was handed to a number outside.
    HANDED_OVER,
    /// The caller left the queue to leave a message.
    TOOK_VOICEMAIL
}
