package org.kezheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What happened on the PBX. Events come one at a time and in the PBX's own order, from one thread that belongs to
/// the gateway; [#at] is the PBX's clock where it stamped the event.
///
/// Nothing is silently lost: whenever the gateway cannot vouch for the sequence any more (the connection was lost, a
/// queue overflowed, the live picture differed from the told one twice in a row), the next event is [Connected] with
/// the whole truth, and the receiver compares.
public sealed interface PbxEvent {

    /// When it happened.
    Instant at();

    /// The whole truth: all callers and legs on the PBX. It comes after each connect and whenever the sequence was
    /// broken; events that follow are newer than the picture. The same boot epoch as before means that the PBX was
    /// not restarted and whatever is missing from the picture has ended; another one means that every earlier
    /// channel and every softphone line is gone.
    ///
    /// @param bootEpoch names one run of the PBX
    /// @param version   the PBX's version
    record Connected(String bootEpoch, String version, List<LiveCaller> callers, List<LiveLeg> legs, Instant at)
            implements PbxEvent {
        /// Copies the lists.
        public Connected {
            callers = List.copyOf(callers);
            legs = List.copyOf(legs);
        }
    }

    /// The connection is lost, or cannot be vouched for until the next [Connected]. Calls in progress go on talking
    /// without us.
    record Disconnected(Instant at) implements PbxEvent {}

    /// The periodic comparison found the PBX to be as told by the events so far; whoever holds a lease on a talking
    /// call renews it now. A leg ordered a moment ago may be missing here: only its own events say
    /// what became of it.
    record Reconciled(List<LiveCaller> callers, List<LiveLeg> legs, Instant at) implements PbxEvent {
        /// Copies the lists.
        public Reconciled {
            callers = List.copyOf(callers);
            legs = List.copyOf(legs);
        }
    }

    /// A caller was answered by the PBX and begins to wait.
    record CallerEntered(String uniqueId, String channel, PhoneNumber callingNumber, String dialledNumber, Instant at)
            implements PbxEvent {}

    /// The caller's channel is gone, after waiting or after talking.
    ///
    /// @param cause the hang-up cause, Q.850
    record CallerLeft(String uniqueId, int cause, Instant at) implements PbxEvent {}

    /// The caller's line has done a step of a flow.
    ///
    /// @param step the step's id
    /// @param keys what was pressed; may be secret, and prints as nothing
    record StepDone(String uniqueId, String step, String keys, Instant at) implements PbxEvent {
        @Override
        public String toString() {
            return "StepDone[" + uniqueId + ", " + step + "]";
        }
    }

    /// The caller pressed a key, whatever the line was doing. It prints without the key.
    record KeyPressed(String uniqueId, char key, Instant at) implements PbxEvent {
        @Override
        public String toString() {
            return "KeyPressed[" + uniqueId + "]";
        }
    }

    /// The agent has hung up, and the caller, whose step goes on after a talk, is still there.
    record TalkLeft(String uniqueId, Instant at) implements PbxEvent {}

    /// The agent's phone rings.
    record LegRinging(String legId, Instant at) implements PbxEvent {}

    /// The agent has answered; the caller is joined at once by the dialplan.
    record LegAnswered(String legId, Instant at) implements PbxEvent {}

    /// The leg is over: declined, not answered in time, ended on order, or hung up by one of the two.
    ///
    /// @param cause       the hang-up cause, Q.850
    /// @param wasAnswered whether the agent had answered
    record LegEnded(String legId, int cause, boolean wasAnswered, Instant at) implements PbxEvent {

        private static final int USER_BUSY = 17;
        private static final int CALL_REJECTED = 21;

        /// Whether the agent (or the phone for them) turned the offer down: 603, 486 and their like.
        public boolean isDeclined() {
            return !wasAnswered && (cause == USER_BUSY || cause == CALL_REJECTED);
        }
    }

    /// The leg never rang: the phone cannot be reached, or its softphone line is unknown to the PBX.
    record LegFailed(String legId, Instant at) implements PbxEvent {}

    /// The agent has put the caller on hold.
    record LegHeld(String legId, Instant at) implements PbxEvent {}

    /// The agent has taken the caller back from hold.
    record LegResumed(String legId, Instant at) implements PbxEvent {}

    /// The PBX answers late: figures of delay taken meanwhile are not to be trusted. A comparison follows by itself.
    ///
    /// @param delay how long the PBX took to answer, or had not answered yet
    record LinkLate(Duration delay, Instant at) implements PbxEvent {}
}
