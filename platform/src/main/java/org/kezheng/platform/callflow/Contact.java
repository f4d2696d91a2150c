package org.kezheng.platform.callflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;

/// One contact as both sides see it.
final class Contact {
    final ContactId id;
    QueueId queue;
    Stage stage = Stage.ANNOUNCED;
    /// The caller's channel; `null` when the PBX has none, or has not shown it yet.
    @Nullable
    String channel;
    /// The way through a flow; `null`: the caller dialled a queue.
    @Nullable
    Journey journey;
    /// The caller is lent to self-service; `null`: not.
    Lendings.@Nullable Lent lent;
    /// The caller has been lent in this talk, and meets the agent in the room since.
    boolean wasLent;
    /// What the caller is told of an emergency just now, and the step that does it.
    @Nullable
    Emergency told;

    String toldStep = "";
    /// The caller has not heard, or not to its end, what is said in the emergency, and hears it when they next wait
    /// and no phone rings for them.
    boolean isToBeTold;
    /// The caller may be hearing a prompt that an earlier run of the platform ordered.
    boolean mayHearPrompt;
    /// The contact in which the caller will be called back, once it was asked for and can be.
    @Nullable
    ContactId callback;
    /// Nothing is heard, because a phone rings for the caller.
    boolean isHushed;
    /// How the caller came, until a flow or a queue has taken it in.
    Arrivals.@Nullable Caller caller;
    /// Of those who wait, by priority first, then by place.
    int priority;

    long place;
    /// Whether the agent's answer begins the call.
    boolean isOutward;
    /// An agent calls another one; the caller's place is taken by whoever called.
    boolean isInternal;
    /// The contact that asked for this one; 0: none.
    long precursor;
    OutsideLegs.Stage outside = OutsideLegs.Stage.IDLE;
    /// Whether it is being looked up who wants the call: no phone rings for it meanwhile.
    boolean isOwnerAsked;
    /// What the gate has let out.
    @Nullable
    GatePass pass;
    /// The line of a trunk that the leg to the outside takes.
    final LineHold line = new LineHold();
    /// The line of a trunk that the leg to somebody takes to whom the caller is handed.
    final LineHold partnersLine = new LineHold();
    /// The customer's phone has rung: nobody is called a second time by another trunk.
    boolean hasRung;
    /// Somebody outside is called on the caller's behalf.
    @Nullable
    HandOver handOver;
    /// The talk went on without any agent.
    boolean isHandedOver;
    /// The offer in which an agent took the contact.
    @Nullable
    OfferId talk;
    /// The engine has been told that the contact left.
    boolean isLeaving;
    /// The engine has been told that the agent's leg ended, and has not said what came of it.
    boolean isTalkEnding;
    /// The talk that the contact was transferred out of, while it is not sure that the PBX has the caller waiting
    /// again. Until then the leg of that talk must not be ended: the caller would fall with it.
    @Nullable
    OfferId partsFrom;
    /// The PBX was asked to let the caller wait again; its answer is to come.
    boolean isParkAsked;
    /// The agent has put the contact aside.
    boolean isHeld;
    /// Where the contact's own channel is while it talks; of an internal call, the leg of the agent who was
    /// called.
    Seat seat = Seat.JOINED;
    /// The room of the talk. All who are sent to a room that they may be in already get another one: the PBX ends a
    /// room that its last party leaves, and whoever enters it at that moment stays behind in it, alone.
    String room;
    /// It was the agent's phone that held it, and the PBX plays music by itself.
    boolean isHeldByPhone;
    /// The contact's channel has been elsewhere than joined with the agent's leg since the talk began.
    boolean wasMoved;
    /// An internal call on behalf of a caller who has been aside since it began.
    boolean wasCallerAside;
    /// When the lease of the talk was last renewed, by the PBX's clock.
    Instant renewedAt = Instant.MIN;
    /// Comparisons in a row in which the PBX did not have the contact.
    int timesMissing;

    Contact(ContactId id, QueueId queue) {
        this.id = id;
        this.queue = queue;
        this.room = Names.room(id);
    }

    boolean hasEnded() {
        return stage == Stage.ENDED;
    }

    /// Whether the contact has a channel of a caller, and goes with it.
    boolean isCallers() {
        return !isOutward && !isInternal;
    }

    /// Whether the caller was asked, and does not want the call recorded.
    boolean refusesRecording() {
        Journey way = journey;
        return way != null && way.isRecordingRefused();
    }

    /// Where a channel is during a talk.
    enum Seat {
        /// Joined with the agent's leg alone, by the dialplan.
        JOINED,
        /// Aside, with music.
        ASIDE,
        /// In the room, where the agent's leg is too.
        ROOM,
        /// An order was lost, or the platform began anew: the next comparison tells.
        UNKNOWN
    }

    /// How far the engine is with the contact.
    enum Stage {
        /// A flow leads the caller, and the engine knows nothing of it.
        LED,
        /// The engine has been told, and has not said that it took the contact.
        ANNOUNCED,
        QUEUED,
        TALKING,
        /// Kept until the caller's channel is gone too.
        ENDED
    }
}
