package org.kezheng.telephony;

import java.time.Instant;

/// The part of the PBX's events that this gateway lives by, copied out of the library's objects on its own thread.
sealed interface Signal {

    Instant at();

    record CallerWaiting(String uniqueId, String channel, PhoneNumber callingNumber, String dialledNumber, Instant at)
            implements Signal {}

    record StepDone(String uniqueId, String step, String keys, Instant at) implements Signal {
        @Override
        public String toString() {
            return "StepDone[" + uniqueId + "]";
        }
    }

    record KeyPressed(String uniqueId, char key, Instant at) implements Signal {
        @Override
        public String toString() {
            return "KeyPressed[" + uniqueId + "]";
        }
    }

    record TalkLeft(String uniqueId, Instant at) implements Signal {}

    record ChannelGone(String channelId, int cause, Instant at) implements Signal {}

    record LegBegun(String legId, String channel, Instant at) implements Signal {}

    record LegRings(String legId, Instant at) implements Signal {}

    record LegUp(String legId, Instant at) implements Signal {}

    record LegOnHold(String legId, Instant at) implements Signal {}

    record LegOffHold(String legId, Instant at) implements Signal {}

    record ListenerUp(String legId, Instant at) implements Signal {}

    record ListenerKey(String legId, char key, Instant at) implements Signal {}

    /// The PBX gave an ordered leg up: before it had a channel, or in addition to that channel's end.
    record OriginateFailed(String legId, Instant at) implements Signal {}
}
