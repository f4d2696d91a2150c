package org.kezheng.telephony;

import java.time.Instant;

/// An instant in the life of a channel, for measuring delays and for nothing else: moments are told as they come, on
/// whatever thread, and some may be missing.
///
/// @param channelId the caller's unique id, or the leg's id
/// @param at by the clock of who saw it; PBX and platform share the machine's
public record ChannelMoment(Kind kind, String channelId, Instant at) {

    /// What happened.
    public enum Kind {
        /// The PBX began the caller's channel, having read the INVITE; its own time stamp.
        CALLER_BEGAN,
        /// The announcement of the caller was received here.
        CALLER_ANNOUNCED,
        /// The order to ring the agent was about to be written.
        LEG_ORDERED,
        /// The PBX began the agent's channel; its own time stamp.
        LEG_BEGAN,
        /// The agent's phone rang; the PBX's time stamp.
        LEG_RANG,
        /// The agent answered; the PBX's time stamp.
        LEG_ANSWERED
    }
}
