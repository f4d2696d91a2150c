package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;

/// From the telephone to the engine: each event of the PBX, one after the other.
final class TelephoneSide {
    private final Picture picture;
    private final Arrivals arrivals;
    private final Effects effects;
    private final OutsideLegs outside;
    private final Journeys journeys;
    private final Emergencies emergencies;
    private final Seats seats;
    private final HandOvers handOvers;
    private final OutsideWatch watch;
    private final Reconciliation reconciliation;

    TelephoneSide(Picture picture, Arrivals arrivals, Effects effects, Movements movements, Led led) {
        this.outside = movements.outside();
        this.seats = movements.seats();
        this.handOvers = movements.handOvers();
        this.watch = movements.watch();
        this.journeys = led.journeys();
        this.emergencies = led.emergencies();
        this.picture = picture;
        this.arrivals = arrivals;
        this.effects = effects;
        this.reconciliation = new Reconciliation(picture, arrivals, effects, movements, led);
    }

    void heard(PbxEvent event, List<FlowAction> actions) {
        picture.passed(event.at());
        switch (event) {
            case PbxEvent.Connected connected -> {
                reconciliation.connected(connected, actions);
                emergencies.tellDue(actions);
            }
            case PbxEvent.Disconnected disconnected -> reconciliation.disconnected();
            case PbxEvent.Reconciled reconciled -> {
                reconciliation.reconciled(reconciled, actions);
                emergencies.tellDue(actions);
            }
            case PbxEvent.CallerEntered(var uniqueId, var channel, var calling, var dialled, var at) ->
                arrivals.entered(new Arrivals.Caller(uniqueId, channel, calling, dialled, ""), actions);
            case PbxEvent.CallerLeft(var uniqueId, var cause, var at) ->
                Names.contact(uniqueId).ifPresent(contact -> callerLeft(contact, at, actions));
            case PbxEvent.LegRinging(var legId, var at) -> {
                watch.rings(legId);
                picture.offerOf(legId)
                        .ifPresentOrElse(offer -> legRinging(offer, legId, actions), () -> outsideRings(legId));
            }
            case PbxEvent.LegAnswered(var legId, var at) -> {
                watch.answered(legId, at, actions);
                picture.offerOf(legId)
                        .ifPresentOrElse(
                                offer -> legAnswered(offer, legId, actions), () -> outsideAnswered(legId, actions));
            }
            case PbxEvent.LegEnded ended -> {
                watch.ended(ended, actions);
                picture.offerOf(ended.legId())
                        .ifPresentOrElse(offer -> legEnded(offer, ended, actions), () -> outsideEnded(ended, actions));
            }
            case PbxEvent.LegFailed(var legId, var at) -> {
                watch.failed(legId, at, actions);
                picture.offerOf(legId)
                        .ifPresentOrElse(
                                offer -> legFailed(offer, legId, actions), () -> outsideFailed(legId, actions));
            }
            case PbxEvent.LegHeld(var legId, var at) ->
                talkOf(legId).ifPresent(contact -> heldByPhone(contact, true, new Command.Hold(contact.id), actions));
            case PbxEvent.LegResumed(var legId, var at) ->
                talkOf(legId)
                        .ifPresent(contact -> heldByPhone(contact, false, new Command.Resume(contact.id), actions));
            case PbxEvent.StepDone done -> {
                if (!emergencies.stepDone(done, arrivals::proceed, actions)) {
                    journeys.stepDone(done, actions);
                }
            }
            case PbxEvent.KeyPressed pressed -> journeys.keyPressed(pressed, actions);
            case PbxEvent.TalkLeft left -> journeys.talkLeft(left, actions);
            case PbxEvent.LinkLate late -> {}
        }
    }

    private void outsideRings(String legId) {
        handOvers.rings(legId);
        outside.rings(legId);
    }

    private void outsideAnswered(String legId, List<FlowAction> actions) {
        if (Names.partnersContact(legId).isPresent()) {
            handOvers.answered(legId, actions);
        } else {
            outside.answered(legId, actions);
        }
    }

    private void outsideEnded(PbxEvent.LegEnded ended, List<FlowAction> actions) {
        handOvers.ended(ended, actions);
        outside.ended(ended, actions);
    }

    private void outsideFailed(String legId, List<FlowAction> actions) {
        handOvers.failed(legId, actions);
        outside.failed(legId, actions);
    }

    /// While somebody is consulted it is the desk that says who is aside.
    private void heldByPhone(Contact contact, boolean isHeld, Command command, List<FlowAction> actions) {
        if (contact.lent != null) {
            // The flow goes on, whatever the agent's phone does.
            return;
        }
        contact.isHeldByPhone = isHeld;
        if (!contact.isInternal
                && contact.handOver == null
                && picture.consultation(contact).isEmpty()) {
            actions.add(new FlowAction.Submit(command));
        }
    }

    private void callerLeft(ContactId id, Instant at, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null) {
            return;
        }
        watch.customerLeft(contact, at, actions);
        contact.channel = null;
        Partings.callerGone(contact);
        effects.callerGone(id, actions);
        effects.performStops(actions);
        emergencies.callerGone(contact, actions);
        journeys.callerGone(contact, actions);
        if (contact.hasEnded() || contact.stage == Contact.Stage.LED) {
            picture.forget(id);
        } else if (!contact.isTalkEnding) {
            leave(contact, LeaveCause.CALLER_HUNG_UP, actions);
        }
    }

    static void leave(Contact contact, LeaveCause cause, List<FlowAction> actions) {
        if (!contact.isLeaving) {
            contact.isLeaving = true;
            actions.add(new FlowAction.Submit(new Command.Leave(contact.id, cause)));
        }
    }

    private void legRinging(OfferId offer, String legId, List<FlowAction> actions) {
        effects.mobiles().seen(legId);
        Leg before = picture.legs.put(offer, Leg.RINGING);
        if (endsAsSuperfluous(offer, legId, actions)) {
            return;
        }
        effects.rang(offer, actions);
        if (before != Leg.RINGING) {
            actions.add(new FlowAction.Submit(new Command.OfferRinging(offer)));
        }
    }

    private void legAnswered(OfferId offer, String legId, List<FlowAction> actions) {
        effects.mobiles().seen(legId);
        picture.legs.put(offer, Leg.ANSWERED);
        if (endsAsSuperfluous(offer, legId, actions)) {
            return;
        }
        effects.rang(offer, actions);
        actions.add(new FlowAction.Submit(new Command.OfferAnswered(offer)));
    }

    /// A leg of an offer that has ended, such as one that was ordered a moment before the caller hung up.
    private boolean endsAsSuperfluous(OfferId offer, String legId, List<FlowAction> actions) {
        boolean isSuperfluous = !picture.offers.containsKey(offer);
        if (isSuperfluous && !picture.isPartedFrom(offer)) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(legId)));
        }
        return isSuperfluous;
    }

    private void legEnded(OfferId offer, PbxEvent.LegEnded ended, List<FlowAction> actions) {
        boolean wasAnswered = ended.wasAnswered() || picture.legs.get(offer) == Leg.ANSWERED;
        if (!wasAnswered && effects.isTriedAnew(offer, ended.legId(), ended.cause(), actions)) {
            return;
        }
        effects.mobiles().gone(ended.legId());
        picture.legs.remove(offer);
        effects.legGone(offer, actions);
        effects.rang(offer, actions);
        picture.carried.forget(offer);
        Offer made = picture.offers.get(offer);
        if (made == null) {
            return;
        }
        if (wasAnswered) {
            endTalk(made, actions);
        } else if (isAgentsNo(ended)) {
            actions.add(new FlowAction.Submit(new Command.OfferDeclined(offer)));
        } else {
            actions.add(new FlowAction.Submit(new Command.OfferFailed(offer)));
        }
    }

    /// Besides the plain refusals: a phone that ends the ringing by "temporarily unavailable" (browsers do) or by
    /// plain clearing, and the PBX's own timeout.
    private static boolean isAgentsNo(PbxEvent.LegEnded ended) {
        return ended.isDeclined() || ended.cause() == Causes.NORMAL_CLEARING || ended.cause() == Causes.NO_ANSWER;
    }

    private void endTalk(Offer made, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(made.contact());
        if (contact == null || contact.isLeaving || contact.isTalkEnding) {
            return;
        }
        if (!handOvers.goesOn(contact, actions) && !seats.goesOn(contact, actions)) {
            endTalk(contact, actions);
        }
    }

    static void endTalk(Contact contact, List<FlowAction> actions) {
        contact.isTalkEnding = true;
        actions.add(new FlowAction.Submit(new Command.EndTalk(contact.id)));
    }

    private void legFailed(OfferId offer, String legId, List<FlowAction> actions) {
        if (effects.isTriedAnew(offer, legId, 0, actions)) {
            return;
        }
        effects.mobiles().gone(legId);
        picture.legs.remove(offer);
        effects.legGone(offer, actions);
        effects.rang(offer, actions);
        Offer made = picture.offers.get(offer);
        if (made != null && !made.isAnswered()) {
            actions.add(new FlowAction.Submit(new Command.OfferFailed(offer)));
        }
    }

    private Optional<Contact> talkOf(String legId) {
        return picture.offerOf(legId)
                .filter(offer -> picture.legs.get(offer) == Leg.ANSWERED)
                .map(picture.offers::get)
                .map(Offer::contact)
                .map(picture.contacts::get);
    }

    private static final class Causes {
        static final int NORMAL_CLEARING = 16;
        static final int NO_ANSWER = 19;
    }
}
