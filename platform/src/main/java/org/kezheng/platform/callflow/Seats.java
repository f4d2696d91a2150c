package org.kezheng.platform.callflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.platform.callflow.Contact.Seat;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

/// Where the parties of a talk are on the PBX. It follows from what the engine has recorded: whoever is held is aside
/// with music, everybody else of the talk is with the agent.
///
/// | caller | called agent | who hears whom |
/// |---|---|---|
/// | talks | none | caller and agent, joined by the dialplan, or in the room after a take-over or self-service |
/// | held | none | the caller hears music, or is lent to self-service; the agent hears nothing |
/// | held | talks | agent and called agent, in the room |
/// | talks | held | caller and agent, in the room |
/// | talks | talks | all three, in the room |
///
/// Each channel is moved by an order of its own, but for the two that are joined: alone, either would fall with the
/// other. So an order fails only when its channel is gone, which the PBX's events tell.
final class Seats {
    private final Picture picture;
    private final Lendings lendings;
    private boolean hasBegun;

    Seats(Picture picture, Lendings lendings) {
        this.picture = picture;
        this.lendings = lendings;
    }

    /// Something was recorded of a contact, or of an internal call on its behalf.
    void changed(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact != null) {
            settle(contact.isInternal ? picture.callerOf(contact) : contact, actions);
        }
    }

    private void settle(Contact caller, List<FlowAction> actions) {
        if (!caller.isHeld) {
            lendings.over(caller, actions);
        }
        String leg = legOfTalk(caller);
        String channel = caller.channel;
        // Whoever is being left to somebody outside is with them, whatever is still recorded of the talk.
        boolean isGoing = caller.isLeaving && caller.handOver != null;
        if (leg == null || channel == null || !picture.isConnected || caller.seat == Seat.UNKNOWN || isGoing) {
            return;
        }
        Optional<Contact> inner = picture.consultation(caller);
        if (caller.isHeldByPhone && caller.seat == Seat.JOINED && inner.isEmpty()) {
            return;
        }
        seat(caller, channel, leg, actions);
        if (caller.seat == Seat.ASIDE) {
            lendings.beginAside(caller, actions);
        }
        inner.filter(called -> called.stage == Contact.Stage.TALKING).ifPresent(called -> seatCalled(called, actions));
    }

    private void seat(Contact caller, String channel, String leg, List<FlowAction> actions) {
        Seat wanted = wanted(caller);
        if (wanted == caller.seat) {
            return;
        }
        Place room = new Place.Room(caller.room);
        switch (wanted) {
            case ASIDE -> {
                PbxRequest.Moved aside = moved(channel, lendings.aside(caller, actions));
                ask(caller.seat == Seat.JOINED ? List.of(aside, moved(leg, room)) : List.of(aside), actions);
            }
            case ROOM -> ask(List.of(moved(channel, room)), actions);
            case JOINED -> ask(List.of(moved(leg, new Place.Joined(channel))), actions);
            case UNKNOWN -> {}
        }
        picture.seat(caller, wanted);
    }

    private Seat wanted(Contact caller) {
        if (caller.isHeld) {
            return Seat.ASIDE;
        }
        boolean isConference = picture.consultation(caller)
                .filter(inner -> inner.wasCallerAside && inner.stage == Contact.Stage.TALKING)
                .isPresent();
        return isConference || isPartnerHere(caller) || caller.wasLent || caller.seat == Seat.ROOM
                ? Seat.ROOM
                : Seat.JOINED;
    }

    private static boolean isPartnerHere(Contact caller) {
        return caller.handOver != null && caller.handOver.stage == HandOver.Stage.CONSULTING;
    }

    private void seatCalled(Contact called, List<FlowAction> actions) {
        String leg = legOfTalk(called);
        Seat wanted = called.isHeld ? Seat.ASIDE : Seat.ROOM;
        if (leg != null && called.seat != wanted) {
            picture.seat(called, wanted);
            Place to = called.isHeld ? new Place.Aside() : new Place.Room(picture.callerOf(called).room);
            ask(List.of(moved(leg, to)), actions);
        }
    }

    /// An internal call has ended, and not by a take-over: whoever called goes back to the caller. Without any
    /// caller there is nothing to go back to, and the talk is over.
    void consultationEnded(ContactId id, List<FlowAction> actions) {
        Contact inner = picture.contacts.get(id);
        if (inner == null || !inner.isInternal || inner.precursor == 0) {
            return;
        }
        Contact caller = picture.callerOf(inner);
        if (caller.stage != Contact.Stage.TALKING) {
            return;
        }
        if (caller.isInternal) {
            if (!caller.isLeaving && !caller.isTalkEnding) {
                TelephoneSide.endTalk(caller, actions);
            }
        } else if (caller.isHeld) {
            actions.add(new FlowAction.Submit(new Command.Resume(caller.id)));
        } else {
            settle(caller, actions);
        }
    }

    /// The caller is gone, or handed on: nobody is called on the caller's behalf any more.
    void endConsultation(ContactId id, List<FlowAction> actions) {
        Contact caller = picture.contacts.get(id);
        if (caller != null) {
            picture.consultation(caller)
                    .filter(inner -> !inner.isLeaving)
                    .ifPresent(inner -> TelephoneSide.leave(inner, LeaveCause.CALLER_HUNG_UP, actions));
        }
    }

    /// The agent's leg is gone. Whoever was consulted, and talks, keeps the caller.
    ///
    /// @return whether somebody does
    boolean goesOn(Contact caller, List<FlowAction> actions) {
        Optional<AgentId> called = caller.seat == Seat.JOINED || caller.isInternal
                ? Optional.empty()
                : picture.consultation(caller)
                        .filter(inner -> legOfTalk(inner) != null && !inner.isLeaving && !inner.isTalkEnding)
                        .map(inner -> Objects.requireNonNull(picture.offers.get(inner.talk))
                                .agent());
        called.ifPresent(agent -> actions.add(new FlowAction.Submit(new Command.TakeOver(caller.id, agent))));
        return called.isPresent();
    }

    /// The engine did not let the talk go over.
    ///
    /// @return the contact, if its agent's leg is gone
    Optional<Contact> leftAlone(ContactId id) {
        return Optional.ofNullable(picture.contacts.get(id))
                .filter(contact -> contact.stage == Contact.Stage.TALKING && legOfTalk(contact) == null)
                .filter(contact -> !contact.isLeaving && !contact.isTalkEnding);
    }

    /// A talk went over to an agent whose leg stands: caller and leg are in the room from now on, and the leg is
    /// recorded under the talk's own name.
    void takenOver(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        OfferId talk = contact == null ? null : contact.talk;
        Offer made = talk == null ? null : picture.offers.get(talk);
        QueueDefinition queue = contact == null ? null : picture.queues.get(contact.queue);
        if (contact == null || made == null || queue == null || talk == null) {
            return;
        }
        String leg = legOfTalk(contact);
        if (!picture.isConnected) {
            picture.seat(contact, Seat.UNKNOWN);
            return;
        }
        if (leg == null) {
            // It ended while the engine was being asked.
            leftAlone(id).ifPresent(left -> TelephoneSide.endTalk(left, actions));
            return;
        }
        if (contact.channel == null) {
            return;
        }
        // The leg leaves the room for another recording, and may be the last to be there.
        contact.room = Names.room(contact.id, talk.value());
        picture.seat(contact, Seat.ROOM);
        Journey journey = contact.journey;
        if (journey != null) {
            // Whatever the line was saying ends here.
            journey.step = "";
        }
        contact.isParkAsked = contact.partsFrom != null;
        ask(List.of(moved(contact.channel, new Place.Room(contact.room))), actions);
        String recording =
                contact.refusesRecording() ? null : Names.recording(talk, contact.id, queue.client(), made.agent());
        ContactTag tag = new ContactTag(Long.toString(contact.id.value()), queue.code(), recording);
        ask(List.of(moved(leg, new Place.TakenOver(tag, contact.room))), actions);
    }

    /// Of an order whose answer was lost nobody knows what became. Of a talk in which one may be anywhere all are
    /// moved.
    void answered(PbxRequest.Move move, PbxAnswer answer) {
        if (!(answer instanceof PbxAnswer.Unavailable)) {
            return;
        }
        List<String> channels =
                move.moves().stream().map(PbxRequest.Moved::channel).toList();
        for (Contact contact : picture.contacts.values()) {
            String channel = contact.isInternal ? legOfTalk(contact) : contact.channel;
            String leg = legOfTalk(contact);
            if (contact.stage == Contact.Stage.TALKING && (channels.contains(channel) || channels.contains(leg))) {
                picture.seat(contact, Seat.UNKNOWN);
                Contact caller = picture.callerOf(contact);
                if (caller.stage == Contact.Stage.TALKING) {
                    picture.seat(caller, Seat.UNKNOWN);
                }
            }
        }
    }

    /// After a comparison: whoever may be anywhere is sent where the talk belongs.
    ///
    /// @param at when the PBX was compared
    void reseat(Instant at, List<FlowAction> actions) {
        if (!hasBegun) {
            hasBegun = true;
            picture.contacts.values().stream()
                    .filter(contact -> contact.stage == Contact.Stage.TALKING && contact.wasMoved)
                    .forEach(contact -> picture.seat(contact, Seat.UNKNOWN));
        }
        List<Contact> talks = picture.contacts.values().stream()
                .filter(contact -> contact.stage == Contact.Stage.TALKING)
                .toList();
        talks.stream()
                .filter(contact -> picture.callerOf(contact) == contact && contact.seat == Seat.UNKNOWN)
                .forEach(contact -> moveOut(contact, at, actions));
        for (Contact contact : talks) {
            if (isCallerForgotten(contact)) {
                actions.add(new FlowAction.Submit(new Command.Hold(contact.id)));
            }
            if (contact.seat == Seat.UNKNOWN) {
                reseat(contact, actions);
            } else if (!contact.isInternal && contact.wasMoved) {
                // What was recorded while the link was down had no consequence.
                settle(contact, actions);
            }
        }
    }

    /// Some of the talk may be in its room, so that all of it goes to another one.
    private void moveOut(Contact caller, Instant at, List<FlowAction> actions) {
        caller.room = Names.room(caller.id, ChronoUnit.MICROS.between(Instant.EPOCH, at));
        picture.consultation(caller).ifPresent(inner -> picture.seat(inner, Seat.UNKNOWN));
        HandOver handOver = caller.handOver;
        if (handOver != null) {
            handOver.isPlaceUnsure = true;
        }
        actions.add(new FlowAction.TellMoved(caller.id));
    }

    /// Whoever asked for an internal call did not come to put the caller aside.
    private boolean isCallerForgotten(Contact contact) {
        return !contact.isHeld
                && !contact.isInternal
                && picture.consultation(contact)
                        .filter(inner -> !inner.wasCallerAside)
                        .isPresent();
    }

    private void reseat(Contact contact, List<FlowAction> actions) {
        String leg = legOfTalk(contact);
        if (leg == null) {
            return;
        }
        if (contact.isInternal) {
            // Whoever was called for a caller who waits again is in their room alone, until they are let go.
            if (picture.callerOf(contact).stage == Contact.Stage.TALKING) {
                seatCalled(contact, actions);
            }
        } else if (contact.channel != null) {
            picture.seat(contact, contact.isHeld ? Seat.ASIDE : Seat.ROOM);
            Place place = contact.isHeld ? lendings.aside(contact, actions) : new Place.Room(contact.room);
            ask(List.of(moved(contact.channel, place), moved(leg, new Place.Room(contact.room))), actions);
        }
    }

    /// The leg of the agent who talks; `null` when it does not stand.
    private @Nullable String legOfTalk(Contact contact) {
        OfferId talk = contact.talk;
        return talk == null || picture.legs.get(talk) != Leg.ANSWERED ? null : picture.legOf(talk);
    }

    private static PbxRequest.Moved moved(String channel, Place to) {
        return new PbxRequest.Moved(channel, to);
    }

    private static void ask(List<PbxRequest.Moved> moves, List<FlowAction> actions) {
        actions.add(new FlowAction.Ask(new PbxRequest.Move(moves)));
    }
}
