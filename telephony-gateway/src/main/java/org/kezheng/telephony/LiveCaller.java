package org.kezheng.telephony;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A caller who is on the PBX now, waiting or talking.
///
/// @param uniqueId      the PBX's id of the caller's channel, `[system-]seconds.counter`
/// @param channel       the channel's name, which orders refer to
/// @param callingNumber the caller's number
/// @param dialledNumber the number that was dialled
/// @param enteredAt     when the channel came to be, to a second
/// @param talkingLegId  the leg that the caller is joined with, if any
/// @param mark          where in a flow the caller is, as its last step said; empty: nowhere
public record LiveCaller(
        String uniqueId,
        String channel,
        PhoneNumber callingNumber,
        String dialledNumber,
        Instant enteredAt,
        @Nullable String talkingLegId,
        String mark) {

    /// A caller who is in no flow.
    public LiveCaller(
            String uniqueId,
            String channel,
            PhoneNumber callingNumber,
            String dialledNumber,
            Instant enteredAt,
            @Nullable String talkingLegId) {
        this(uniqueId, channel, callingNumber, dialledNumber, enteredAt, talkingLegId, "");
    }

    /// The leg that the caller is joined with; empty while the caller waits.
    public Optional<String> talkingLeg() {
        return Optional.ofNullable(talkingLegId);
    }
}
