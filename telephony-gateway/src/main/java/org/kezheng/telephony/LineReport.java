package org.kezheng.telephony;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the PBX tells of the audio of one channel. Reports come in no order with anything else, and any may be missing.
public sealed interface LineReport {

    /// The caller's unique id, or the leg's id.
    String channelId();

    /// By the PBX's clock.
    Instant at();

    /// How packets arrived lately, by an RTCP report (RFC 3550, 6.4.1).
    ///
    /// @param direction whose ear it is
    /// @param lostShare of the packets since the report before it, from 0 to 1
    /// @param lost packets lost since the stream began; not negative
    /// @param highestSequence the newest packet's number, wraps included
    /// @param jitter as RFC 3550 has it
    /// @param roundTrip between the PBX and the other side; `null`: not known
    record Heard(
            String channelId,
            Direction direction,
            double lostShare,
            long lost,
            long highestSequence,
            Duration jitter,
            @Nullable Duration roundTrip,
            Instant at)
            implements LineReport {}

    /// The channel has ended, after so many packets.
    ///
    /// @param received by the PBX
    /// @param sent by the PBX
    record Ended(String channelId, long received, long sent, Instant at) implements LineReport {}

    /// Whose ear a report is of.
    enum Direction {
        /// What the PBX received from the other side.
        TO_PBX,
        /// What the other side, by its own word, received from the PBX.
        FROM_PBX
    }
}
