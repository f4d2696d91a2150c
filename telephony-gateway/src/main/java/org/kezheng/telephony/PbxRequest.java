package org.kezheng.telephony;

import java.time.Duration;

/// What the PBX shall do. Each request can be sent again without harm.
public sealed interface PbxRequest {

    /// Call the agent's device; when it is answered, join it with the caller.
    ///
    /// @param legId         the leg's id, unique for ever; it becomes the channel's id, which removes doubles
    /// @param callerChannel the name of the caller's channel
    /// @param timeout       how long it may ring, from 1 s to 10 min
    record RingAgent(String legId, AgentDevice device, String callerChannel, ContactTag tag, Duration timeout)
            implements PbxRequest {

        private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
        private static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);

        /// Refuses what could not be written into an order.
        public RingAgent {
            Legs.requireLegId(legId);
            Tokens.channel(callerChannel, "channel");
            if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException("an agent's phone rings from 1 s to 10 min");
            }
        }
    }

    /// End the agent's leg, ringing or answered. The caller goes on waiting if the leg was ringing.
    record EndLeg(String legId) implements PbxRequest {
        /// Refuses what is no leg of ours.
        public EndLeg {
            Legs.requireLegId(legId);
        }
    }

    /// End the caller's channel.
    record EndCaller(String channel) implements PbxRequest {
        /// Refuses what is no channel's name.
        public EndCaller {
            Tokens.channel(channel, "channel");
        }
    }
}
