package org.kezheng.telephony;

import java.time.Duration;
import java.util.List;

/// What the PBX shall do. Each request can be sent again without harm.
public sealed interface PbxRequest {

    /// A phone rings no shorter.
    Duration MIN_TIMEOUT = Duration.ofSeconds(1);

    /// A phone rings no longer.
    Duration MAX_TIMEOUT = Duration.ofMinutes(10);

    /// Call the agent's device; when it is answered, join it with the caller. A mobile has answered with its key, and
    /// is called only if its own number may be sent; until then the caller goes on waiting.
    ///
    /// @param legId         the leg's id, unique for ever; it becomes the channel's id, which removes doubles
    /// @param callerChannel the name of the caller's channel
    /// @param timeout       how long it may ring, from 1 s to 10 min
    record RingAgent(String legId, AgentDevice device, String callerChannel, ContactTag tag, Duration timeout)
            implements PbxRequest {

        /// Refuses what could not be written into an order.
        public RingAgent {
            Legs.requireLegOf(device, legId);
            Tokens.channel(callerChannel, "channel");
            requireTimeout(timeout);
        }
    }

    /// Call the agent's device; when it is answered, let it wait there, with ringing in its ear, for [CallOutside].
    ///
    /// @param legId   the leg's id, as in [RingAgent]
    /// @param timeout how long it may ring, from 1 s to 10 min
    record RingAgentFirst(String legId, AgentDevice device, ContactTag tag, Duration timeout) implements PbxRequest {
        /// Refuses what could not be written into an order.
        public RingAgentFirst {
            Legs.requireLegId(legId);
            requireNoMobile(device);
            requireTimeout(timeout);
        }
    }

    /// Call the agent's device; when it is answered, it enters a room, where whoever asked for the call is.
    ///
    /// @param legId   the leg's id, as in [RingAgent]
    /// @param room    as the name of a [Place.Room]
    /// @param timeout how long it may ring, from 1 s to 10 min
    record RingIntoRoom(String legId, AgentDevice device, String room, ContactTag tag, Duration timeout)
            implements PbxRequest {
        /// Refuses what could not be written into an order.
        public RingIntoRoom {
            Legs.requireLegOf(device, legId);
            Tokens.room(room);
            requireTimeout(timeout);
        }
    }

    /// Call a number outside; when it is answered, join it with the leg that waits. The PBX is asked only if the own
    /// number is one that [AsteriskGateway#sendOnly] lets pass: whoever asks, nothing else is ever sent.
    ///
    /// @param legId     the new leg's id, unique for ever; begins with `kz-out-`
    /// @param ownNumber the calling number that is sent
    /// @param waitingLegId the leg that waits
    /// @param timeout   how long it may go unanswered, from 1 s to 10 min
    record CallOutside(String legId, OutsideAddress to, PhoneNumber ownNumber, String waitingLegId, Duration timeout)
            implements PbxRequest {
        /// Refuses what could not be written into an order.
        public CallOutside {
            Legs.requireLegId(legId);
            Legs.requireLegId(waitingLegId);
            if (!Legs.isOutside(legId) || !ownNumber.digits().matches("[0-9]{3,20}")) {
                throw new IllegalArgumentException("not a valid leg to the outside");
            }
            requireTimeout(timeout);
        }
    }

    /// Call a number outside on behalf of a caller; when it is answered, join it with the caller, or let it
    /// enter the room where the agent is. As with [CallOutside], nothing but an own number is ever sent.
    ///
    /// @param legId the new leg's id, unique for ever; begins with `kz-out-`
    /// @param ownNumber the calling number that is sent
    /// @param place [Place.Joined] or [Place.Room]
    /// @param timeout how long it may go unanswered, from 1 s to 10 min
    record CallPartner(String legId, OutsideAddress to, PhoneNumber ownNumber, Place place, Duration timeout)
            implements PbxRequest {
        /// Refuses what could not be written into an order.
        public CallPartner {
            Legs.requireLegId(legId);
            boolean isMeeting = place instanceof Place.Joined || place instanceof Place.Room;
            if (!Legs.isOutside(legId) || !isMeeting || !ownNumber.digits().matches("[0-9]{3,20}")) {
                throw new IllegalArgumentException("not a valid leg to a partner");
            }
            requireTimeout(timeout);
        }
    }

    /// End the agent's leg, or one to the outside, ringing or answered. The caller goes on waiting if the leg was
    /// ringing.
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

    /// Send channels of one talk elsewhere at once, so that none of them falls out of the dialplan meanwhile.
    ///
    /// @param moves one or two
    record Move(List<Moved> moves) implements PbxRequest {
        private static final int MOST = 2;

        /// Refuses more than can be moved at once.
        public Move {
            moves = List.copyOf(moves);
            if (moves.isEmpty() || moves.size() > MOST) {
                throw new IllegalArgumentException("one or two channels are moved at once");
            }
        }

        /// Moves one channel.
        public Move(String channel, Place to) {
            this(List.of(new Moved(channel, to)));
        }
    }

    /// A channel, by its name or its id, and where it goes.
    record Moved(String channel, Place to) {
        /// Refuses what is no channel's name.
        public Moved {
            Tokens.channel(channel, "channel");
        }
    }

    /// Let a caller's line do a step of a flow, whatever it does now.
    ///
    /// @param channel the name of the caller's channel
    record Perform(String channel, LineStep step, LineTask task) implements PbxRequest {
        /// Refuses what is no channel's name.
        public Perform {
            Tokens.channel(channel, "channel");
        }
    }

    /// Let the recording of the agent's leg be silent, in both directions and in step.
    record SilenceRecording(String legId) implements PbxRequest {
        /// Refuses what is no leg of ours.
        public SilenceRecording {
            Legs.requireLegId(legId);
        }
    }

    /// Let the recording of the agent's leg sound again.
    record SoundRecording(String legId) implements PbxRequest {
        /// Refuses what is no leg of ours.
        public SoundRecording {
            Legs.requireLegId(legId);
        }
    }

    /// Let nothing of what the agent says get any further than the agent's leg: neither to those in the talk nor
    /// into its recording. The leg keeps it, wherever it is moved.
    record MuteAgent(String legId) implements PbxRequest {
        /// Refuses what is no leg of ours.
        public MuteAgent {
            Legs.requireLegId(legId);
        }
    }

    /// Let the agent be heard again.
    record UnmuteAgent(String legId) implements PbxRequest {
        /// Refuses what is no leg of ours.
        public UnmuteAgent {
            Legs.requireLegId(legId);
        }
    }

    /// Ask whether the agent's leg is muted; [PbxAnswer.Told] says `1` if it is.
    record AskMuted(String legId) implements PbxRequest {
        /// Refuses what is no leg of ours.
        public AskMuted {
            Legs.requireLegId(legId);
        }
    }

    /// Let the others of the talk hear a key, as if the agent's phone had pressed it. Several are pressed in the
    /// order of their requests. It may be part of a secret, and prints as `[REDACTED]`.
    ///
    /// @param key a digit, `*` or `#`
    record PressKey(String legId, char key) implements PbxRequest {
        /// Refuses what is no key of a telephone.
        public PressKey {
            Legs.requireLegId(legId);
            if ("0123456789*#".indexOf(key) < 0) {
                throw new IllegalArgumentException("not a key of a telephone");
            }
        }

        @Override
        public String toString() {
            return "PressKey[" + legId + ", [REDACTED]]";
        }
    }

    /// Call a device, sound a tone to whoever answers, and listen; what is seen is told by
    /// [AsteriskGateway#observeTests]. The PBX ends it by itself, within half a minute of the answer.
    ///
    /// @param testId  the call's id, unique for ever; it becomes the channel's id; `kz-test-` and digits
    /// @param timeout how long it may ring, from 1 s to 10 min
    record TestDevice(String testId, AgentDevice device, Duration timeout) implements PbxRequest {
        /// Refuses what could not be written into an order.
        public TestDevice {
            if (!testId.matches(Legs.TEST_PREFIX + "[0-9]{1,18}")) {
                throw new IllegalArgumentException("not a valid test of a device");
            }
            requireNoMobile(device);
            requireTimeout(timeout);
        }
    }

    /// End a call by which a device is tried.
    record EndTest(String testId) implements PbxRequest {
        /// Refuses what is no such call.
        public EndTest {
            if (!Legs.isTestId(Tokens.name(testId, "test"))) {
                throw new IllegalArgumentException("not a valid test of a device");
            }
        }
    }

    /// Call a number of the PBX through its own SIP socket, as the self-test's caller; once answered it sounds a tone.
    /// End it by [EndCaller] with its id.
    ///
    /// @param callId  the call's id, unique for ever; it becomes the channel's id
    /// @param number  the number to call, in digits
    /// @param timeout how long it may go unanswered, from 1 s to 10 min
    record CallItself(String callId, String number, Duration timeout) implements PbxRequest {

        private static final String PREFIX = "kz-probe-";

        /// Refuses what could not be written into an order.
        public CallItself {
            Tokens.name(callId, "call");
            if (!callId.startsWith(PREFIX) || !number.equals(Signals.digits(number)) || number.isEmpty()) {
                throw new IllegalArgumentException("not a valid call of the PBX to itself");
            }
            requireTimeout(timeout);
        }
    }

    /// Call a device; when it is answered, it hears a talk. The leg is no part of the call, keeps nobody in it, and
    /// ends with the agent's leg. End it by [EndCaller] with its id.
    ///
    /// @param legId     the listener's leg, unique for ever; begins with `kz-listen-`
    /// @param talkLegId the leg of the agent who is listened to
    /// @param tag       what the device is told of the call; its recording means nothing
    /// @param timeout   how long it may ring, from 1 s to 10 min
    record Listen(
            String legId, AgentDevice device, String talkLegId, ListeningMode mode, ContactTag tag, Duration timeout)
            implements PbxRequest {
        /// Refuses what could not be written into an order.
        public Listen {
            Legs.requireListener(legId);
            Legs.requireLegId(talkLegId);
            requireNoMobile(device);
            requireTimeout(timeout);
        }
    }

    /// Let a leg that listens in do so in another mode, without a gap. That it does is told as its key.
    record ChangeListening(String legId, ListeningMode mode) implements PbxRequest {
        /// Refuses what is no listener's leg.
        public ChangeListening {
            Legs.requireListener(legId);
        }
    }

    private static void requireNoMobile(AgentDevice device) {
        if (device instanceof AgentDevice.Mobile) {
            throw new IllegalArgumentException("a mobile only answers");
        }
    }

    private static void requireTimeout(Duration timeout) {
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("a phone rings from 1 s to 10 min");
        }
    }
}
