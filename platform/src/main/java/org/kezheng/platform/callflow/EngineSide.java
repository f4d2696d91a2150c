package org.kezheng.platform.callflow;

import java.util.List;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.telephony.PbxRequest;

/// From the engine to the telephone: each event of the engine, one after the other.
final class EngineSide {
    private final Picture picture;
    private final Arrivals arrivals;
    private final Effects effects;
    private final Partings partings;
    private final OutsideLegs outside;
    private final Journeys journeys;
    private final Emergencies emergencies;
    private final PlaceTelling places;
    private final Seats seats;
    private final HandOvers handOvers;

    EngineSide(Picture picture, Arrivals arrivals, Effects effects, Movements movements, Led led) {
        this.outside = movements.outside();
        this.journeys = led.journeys();
        this.emergencies = led.emergencies();
        this.places = led.journeys().places();
        this.picture = picture;
        this.arrivals = arrivals;
        this.effects = effects;
        this.partings = movements.partings();
        this.seats = movements.seats();
        this.handOvers = movements.handOvers();
    }

    void recorded(Command command, List<Event> events, List<FlowAction> actions) {
        picture.fold(command, events);
        for (Event event : events) {
            react(command, event, actions);
        }
        if (command instanceof Command.EndTalk(var contact)) {
            talkEndTold(contact, actions);
        } else if (command instanceof Command.TakeCallback(var contact, var callback)) {
            journeys.callbackTaken(contact, actions);
        }
    }

    private void react(Command command, Event event, List<FlowAction> actions) {
        switch (event) {
            case Event.EffectRequested(var id, var effect) -> effects.perform(id, actions);
            case Event.ContactEnded(var contact, var outcome) -> contactEnded(command, contact, actions);
            case Event.CommandRefused refused -> refused(command, actions);
            case Event.ConfigurationApplied applied -> {}
            case Event.ContactQueued queued -> queued(queued.contact(), actions);
            case Event.OfferMade made -> {}
            case Event.OfferRang rang -> {}
            case Event.OfferEnded ended -> {}
            case Event.ContactRequeued(var contact) -> waitsOn(contact, actions);
            case Event.ContactAnswered(var contact, var offer, var agent) -> answered(contact, agent, actions);
            case Event.ContactHeld(var contact) -> {
                seats.changed(contact, actions);
                handOvers.held(contact, actions);
            }
            case Event.ContactResumed(var contact) -> seats.changed(contact, actions);
            case Event.WrapUpEnded wrapUp -> {}
            case Event.AgentStateChanged changed -> {}
            case Event.NextStateChosen chosen -> {}
            case Event.EffectSettled settled -> {}
            case Event.ContactMoved moved -> {}
            case Event.RingReached reached -> {}
            case Event.WaitEstimated(var contact, var micros, var error) -> places.estimated(contact, micros, actions);
            case Event.ContactTransferred transferred -> transferred(command, transferred.contact(), actions);
            case Event.WrapUpExtended extended -> {}
            case Event.ConfigurationProblemFound problem -> {}
        }
    }

    private void queued(ContactId id, List<FlowAction> actions) {
        seats.changed(id, actions);
        Contact contact = picture.contacts.get(id);
        if (contact != null && !emergencies.isToldNow(contact, actions)) {
            places.tellIfDue(contact, actions);
        }
    }

    private void waitsOn(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact != null) {
            if (!journeys.isCallbackAskedAgain(contact, actions) && !emergencies.isToldNow(contact, actions)) {
                journeys.waitsOn(contact, actions);
            }
            outside.waitsOn(id, actions);
        }
    }

    private void answered(ContactId contact, AgentId agent, List<FlowAction> actions) {
        outside.agentAnswered(contact, agent, actions);
        seats.changed(contact, actions);
    }

    private void transferred(Command command, ContactId contact, List<FlowAction> actions) {
        handOvers.left(contact, actions);
        Contact moved = picture.contacts.get(contact);
        if (moved != null) {
            journeys.lendings().over(moved, actions);
            moved.wasLent = false;
        }
        if (command instanceof Command.TakeOver) {
            seats.takenOver(contact, actions);
        } else {
            partings.begin(contact, actions);
        }
        // Whoever was asked by the agent who is left, and did not take the talk over, is asked no more.
        seats.endConsultation(contact, actions);
    }

    /// The agent's leg of a talk does not outlive it, and a contact without a channel is done with.
    private void contactEnded(Command command, ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null) {
            return;
        }
        if (!(command instanceof Command.TakeOver)) {
            seats.consultationEnded(id, actions);
        }
        journeys.lendings().over(contact, actions);
        seats.endConsultation(id, actions);
        handOvers.left(id, actions);
        effects.performStops(actions);
        OfferId talk = contact.talk;
        if (talk != null && picture.isConnected && picture.legs.containsKey(talk)) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(picture.legOf(talk))));
        }
        if (contact.channel == null && picture.isConnected) {
            picture.forget(id);
        }
    }

    private void refused(Command command, List<FlowAction> actions) {
        if (command instanceof Command.Arrive arrival) {
            arrivals.refused(arrival.contact(), actions);
        } else if (command instanceof Command.Leave(var contact, var cause) && cause == LeaveCause.HANDED_OVER) {
            handOvers.stays(contact, actions);
        } else if (command instanceof Command.TransferToQueue(var contact, var queue)) {
            seats.leftAlone(contact).ifPresent(left -> TelephoneSide.endTalk(left, actions));
        } else if (command instanceof Command.TakeOver(var contact, var agent)) {
            seats.leftAlone(contact).ifPresent(left -> TelephoneSide.endTalk(left, actions));
        } else if (command instanceof Command.Hold(var contact) && picture.contacts.containsKey(contact)) {
            journeys.lendings().notAside(picture.contacts.get(contact), actions);
        }
    }

    /// The caller left while the engine was being told of the end of the talk: only if that did not end the
    /// contact, the engine has to hear of it.
    private void talkEndTold(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null) {
            return;
        }
        contact.isTalkEnding = false;
        if (!contact.hasEnded() && contact.channel == null && picture.isConnected) {
            TelephoneSide.leave(contact, LeaveCause.CALLER_HUNG_UP, actions);
        }
    }
}
