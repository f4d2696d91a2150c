package org.kezheng.platform.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;

/// Compares what the engine believes with what the PBX has: after each connect, where the PBX's picture is the whole
/// truth, and now and then while the link stands.
final class Reconciliation {
    /// A comparison may cross an event that is under way, so a contact is gone only when it was missed twice.
    private static final int SIGHTINGS = 2;
    /// Each renewal is a record of the journal, and a lease lasts for hours.
    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private final Picture picture;
    private final Arrivals arrivals;
    private final Effects effects;
    private final Partings partings;
    private final OutsideLegs outside;
    private final Journeys journeys;
    private final Emergencies emergencies;
    private final Seats seats;
    private final HandOvers handOvers;
    private final OutsideWatch watch;

    Reconciliation(Picture picture, Arrivals arrivals, Effects effects, Movements movements, Led led) {
        this.outside = movements.outside();
        this.seats = movements.seats();
        this.handOvers = movements.handOvers();
        this.watch = movements.watch();
        this.journeys = led.journeys();
        this.emergencies = led.emergencies();
        this.picture = picture;
        this.arrivals = arrivals;
        this.effects = effects;
        this.partings = movements.partings();
    }

    /// A leg that was ordered and has not shown itself yet will have done so, or not, by the next picture.
    void disconnected() {
        picture.isConnected = false;
        partings.disconnected();
        picture.legs.values().removeIf(leg -> leg == Leg.ASKED);
    }

    void connected(PbxEvent.Connected truth, List<FlowAction> actions) {
        boolean isSameRun = truth.bootEpoch().equals(picture.bootEpoch);
        if (!isSameRun) {
            picture.bootEpoch = truth.bootEpoch();
            actions.add(new FlowAction.RememberEpoch(truth.bootEpoch()));
        }
        picture.isConnected = true;
        watch.connected(truth, actions);
        takeBackCallers(truth.callers(), isSameRun ? LeaveCause.CALLER_HUNG_UP : LeaveCause.PBX_LOST, actions);
        truth.callers().forEach(caller -> partings.compare(caller, actions));
        forgetLegs(isSameRun);
        takeBackLegs(truth.legs(), actions);
        effects.mobiles().takeBack(truth.legs());
        outside.takeBack(truth.legs(), actions);
        handOvers.takeBack(truth.legs(), actions);
        picture.carried.retain(picture.legs.keySet());
        endOffersWithoutLeg(actions);
        seats.reseat(truth.at(), actions);
        handOvers.replace(actions);
        renewTalks(truth.at(), actions);
        effects.perform(actions);
    }

    void reconciled(PbxEvent.Reconciled truth, List<FlowAction> actions) {
        Set<ContactId> present = idsOf(truth.callers());
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            // A leg to the outside tells of its end itself, or is missing from the next whole picture.
            contact.timesMissing = !contact.isCallers() || present.contains(contact.id) ? 0 : contact.timesMissing + 1;
            if (contact.timesMissing >= SIGHTINGS) {
                gone(contact, LeaveCause.CALLER_HUNG_UP, actions);
            }
        }
        truth.callers().forEach(caller -> partings.compare(caller, actions));
        seats.reseat(truth.at(), actions);
        handOvers.replace(actions);
        renewTalks(truth.at(), actions);
        journeys.repeatUnsure(actions);
        effects.perform(actions);
    }

    private void takeBackCallers(List<LiveCaller> callers, LeaveCause causeOfMissing, List<FlowAction> actions) {
        Set<ContactId> present = idsOf(callers);
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            if (contact.isCallers() && !present.contains(contact.id)) {
                gone(contact, causeOfMissing, actions);
            }
        }
        callers.stream()
                .sorted(Comparator.comparing(LiveCaller::enteredAt).thenComparingLong(Reconciliation::order))
                .map(live -> new Arrivals.Caller(
                        live.uniqueId(), live.channel(), live.callingNumber(), live.dialledNumber(), live.mark()))
                .forEach(caller -> arrivals.entered(caller, actions));
    }

    /// Callers of one second in the order of the PBX's counter.
    private static long order(LiveCaller caller) {
        return Names.contact(caller.uniqueId()).map(ContactId::value).orElse(0L);
    }

    private static Set<ContactId> idsOf(List<LiveCaller> callers) {
        Set<ContactId> ids = new LinkedHashSet<>();
        callers.forEach(caller -> Names.contact(caller.uniqueId()).ifPresent(ids::add));
        return ids;
    }

    private void gone(Contact contact, LeaveCause cause, List<FlowAction> actions) {
        watch.customerMissed(contact, actions);
        contact.channel = null;
        Partings.callerGone(contact);
        effects.callerGone(contact.id, actions);
        emergencies.callerGone(contact, actions);
        journeys.callerGone(contact, actions);
        if (contact.hasEnded() || contact.stage == Contact.Stage.LED) {
            picture.forget(contact.id);
        } else {
            TelephoneSide.leave(contact, cause, actions);
        }
    }

    /// A leg that was ordered a moment ago may be missing from the picture; its own events say what becomes of it.
    private void forgetLegs(boolean isSameRun) {
        picture.legs.values().removeIf(leg -> !isSameRun || leg != Leg.ASKED);
    }

    private void takeBackLegs(List<LiveLeg> live, List<FlowAction> actions) {
        for (LiveLeg leg : live) {
            boolean isOutside = Names.outsideContact(leg.legId()).isPresent()
                    || Names.partnersContact(leg.legId()).isPresent();
            if (isOutside) {
                continue;
            }
            Optional<OfferId> id = picture.offerOf(leg.legId());
            Offer made = id.map(picture.offers::get).orElse(null);
            id.ifPresent(offer -> picture.legs.put(offer, leg.isAnswered() ? Leg.ANSWERED : Leg.RINGING));
            if (id.isPresent() && picture.isPartedFrom(id.get())) {
                continue;
            }
            if (id.isEmpty() || made == null) {
                actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(leg.legId())));
                continue;
            }
            effects.rang(id.get(), actions);
            if (!made.isAnswered()) {
                Command sign =
                        leg.isAnswered() ? new Command.OfferAnswered(id.get()) : new Command.OfferRinging(id.get());
                actions.add(new FlowAction.Submit(sign));
            }
        }
    }

    /// What rang is rung again if its effect is still pending; if it was carried out, the agent has put it away
    /// meanwhile. What was answered is over.
    private void endOffersWithoutLeg(List<FlowAction> actions) {
        picture.offers.forEach((id, made) -> {
            Contact contact = picture.contacts.get(made.contact());
            if (picture.legs.containsKey(id) || contact == null || contact.isLeaving) {
                return;
            }
            if (!made.isAnswered() && !effects.isRingPending(id)) {
                actions.add(new FlowAction.Submit(new Command.OfferDeclined(id)));
            } else if (made.isAnswered()
                    && !contact.isTalkEnding
                    && !handOvers.goesOn(contact, actions)
                    && !seats.goesOn(contact, actions)) {
                TelephoneSide.endTalk(contact, actions);
            }
        });
    }

    private void renewTalks(Instant now, List<FlowAction> actions) {
        picture.contacts.values().stream()
                .filter(contact -> contact.stage == Contact.Stage.TALKING)
                .filter(contact -> contact.channel != null || contact.isInternal)
                .filter(contact -> contact.timesMissing == 0 && !contact.isTalkEnding && !contact.isLeaving)
                .filter(contact ->
                        picture.legs.containsKey(Objects.requireNonNull(contact.talk, "A talk has its offer")))
                .filter(contact -> !contact.renewedAt.plus(RENEWAL).isAfter(now))
                .forEach(contact -> {
                    contact.renewedAt = now;
                    actions.add(new FlowAction.Submit(new Command.RenewTalk(contact.id)));
                });
    }
}
