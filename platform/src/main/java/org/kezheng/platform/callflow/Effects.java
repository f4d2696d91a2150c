package org.kezheng.platform.callflow;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxRequest;

/// Carries out what the engine asks of the world, once the PBX's picture is known, and tells the engine when it is
/// done.
final class Effects {
    /// The engine's own timeout decides; the PBX's is only there for the case that the engine cannot say so.
    private static final Duration TIMEOUT_MARGIN = Duration.ofSeconds(5);

    private static final Duration LONGEST_RING = Duration.ofMinutes(10);

    private final Picture picture;
    private final Steps steps;
    private final Journeys journeys;
    private final MobileLegs mobiles;
    private final OutsideWatch watch;

    Effects(Picture picture, Steps steps, Journeys journeys, OutsideWatch watch) {
        this.watch = watch;
        this.mobiles = new MobileLegs(picture);
        this.picture = picture;
        this.steps = steps;
        this.journeys = journeys;
    }

    /// Carries out all that is pending.
    void perform(List<FlowAction> actions) {
        for (EffectId id : List.copyOf(picture.effects.keySet())) {
            perform(id, actions);
        }
    }

    /// Carries out the ends of legs that waited for their caller to be safe.
    void performStops(List<FlowAction> actions) {
        for (EffectId id : List.copyOf(picture.effects.keySet())) {
            Work work = picture.effects.get(id);
            if (work != null && work.effect() instanceof Effect.StopRinging) {
                perform(id, actions);
            }
        }
    }

    void perform(EffectId id, List<FlowAction> actions) {
        Work work = picture.effects.get(id);
        if (work == null || work.progress() != Work.Progress.PENDING) {
            return;
        }
        switch (work.effect()) {
            case Effect.Ring ring -> ring(id, ring, actions);
            case Effect.StopRinging(var offer) -> stopRinging(id, offer, actions);
            case Effect.Disconnect(var contact) -> disconnect(id, contact, actions);
            // No queue of this version overflows elsewhere; whoever is left on the line is not kept there.
            case Effect.Divert(var contact, var to) -> {
                if (to == Diversion.CALLBACK && isLedOn(contact)) {
                    acknowledge(id, actions);
                } else {
                    disconnect(id, contact, actions);
                }
            }
        }
    }

    private void ring(EffectId id, Effect.Ring ring, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(ring.contact());
        AgentDevice device = picture.devices.get(ring.agent());
        if (!picture.offers.containsKey(ring.offer()) || picture.legs.containsKey(ring.offer())) {
            acknowledge(id, actions);
        } else if (picture.mobilePrompts.containsKey(ring.agent())) {
            ringMobile(id, ring, contact, actions);
        } else if (device == null) {
            actions.add(new FlowAction.Submit(new Command.OfferFailed(ring.offer())));
            acknowledge(id, actions);
        } else if (picture.isConnected && contact != null && isToRing(contact)) {
            picture.legs.put(ring.offer(), Leg.ASKED);
            steps.makeRoom(contact, actions);
            ask(id, request(ring, contact, device), actions);
        }
    }

    private static boolean isToRing(Contact contact) {
        return contact.isCallers() ? contact.channel != null : !contact.isOwnerAsked;
    }

    /// What the agent would begin is for somebody else, who is looked for at once.
    private void ringMobile(EffectId id, Effect.Ring ring, @Nullable Contact contact, List<FlowAction> actions) {
        if (contact != null && MobileLegs.isBegunByAgent(contact)) {
            actions.add(new FlowAction.Submit(new Command.OfferDeclined(ring.offer())));
            acknowledge(id, actions);
        } else if (picture.isConnected && contact != null && (contact.channel != null || contact.isInternal)) {
            QueueDefinition queue = queueOf(contact);
            picture.effects.computeIfPresent(id, (same, work) -> work.at(Work.Progress.ASKED));
            mobiles.begin(ring.offer(), contact.id, queue.client(), ring.agent(), actions);
        }
    }

    /// The gate has decided about an offer to a mobile; null: it refused, or could not be asked.
    void mobileDecided(OfferId offer, @Nullable GatePass pass, List<FlowAction> actions) {
        Offer made = picture.offers.get(offer);
        if (mobiles.atGate(offer).isEmpty()) {
            notWanted(pass, actions);
            return;
        }
        Contact contact = made == null ? null : picture.contacts.get(made.contact());
        String prompt = made == null ? null : picture.mobilePrompts.get(made.agent());
        boolean isGone = contact == null || (contact.channel == null && !contact.isInternal);
        if (made == null || isGone || !picture.isConnected) {
            mobiles.drop(offer);
            notWanted(pass, actions);
            settleRing(offer, !picture.isConnected, actions);
        } else if (pass == null) {
            mobiles.refused(offer, made.agent(), actions);
            notWanted(pass, actions);
            settleRing(offer, false, actions);
        } else if (prompt == null) {
            // Meanwhile the agent has chosen another device: nobody refused anything.
            mobiles.drop(offer);
            actions.add(new FlowAction.Submit(new Command.OfferFailed(offer)));
            settleRing(offer, false, actions);
        } else {
            orderMobile(offer, made, mobiles.allowed(offer, pass, prompt), actions);
        }
    }

    /// The gate let a leg out that nobody wants any more.
    private void notWanted(@Nullable GatePass pass, List<FlowAction> actions) {
        if (pass != null) {
            watch.notDialled(pass, OutsideResult.WITHDRAWN, actions);
        }
    }

    private void orderMobile(OfferId offer, Offer made, AgentDevice.Mobile mobile, List<FlowAction> actions) {
        Contact contact = Objects.requireNonNull(picture.contacts.get(made.contact()), "An offer has its contact");
        steps.makeRoom(contact, actions);
        Effect.Ring ring = new Effect.Ring(offer, made.contact(), made.agent());
        mobiles.passOf(offer).ifPresent(pass -> watch.dialled(pass, picture.legOf(offer), actions));
        actions.add(new FlowAction.Ask(request(ring, contact, mobile)));
    }

    /// The leg of a mobile is over, or the PBX did not make it, before the agent took it.
    ///
    /// @return whether another trunk calls the mobile
    boolean isTriedAnew(OfferId offer, String legId, int cause, List<FlowAction> actions) {
        Offer made = picture.offers.get(offer);
        Contact contact = made == null ? null : picture.contacts.get(made.contact());
        boolean isWanted = contact != null && (contact.channel != null || contact.isInternal);
        if (made == null || made.isAnswered() || !isWanted) {
            return false;
        }
        Optional<AgentDevice.Mobile> next = mobiles.next(offer, legId, cause, picture.mobilePrompts.get(made.agent()));
        next.ifPresent(mobile -> orderMobile(offer, made, mobile, actions));
        return next.isPresent();
    }

    MobileLegs mobiles() {
        return mobiles;
    }

    private QueueDefinition queueOf(Contact contact) {
        return Objects.requireNonNull(picture.queues.get(contact.queue), "A contact's queue is configured");
    }

    private PbxRequest request(Effect.Ring ring, Contact contact, AgentDevice device) {
        QueueDefinition queue = queueOf(contact);
        Duration rings = Duration.of(queue.times().offerTimeoutMicros(), ChronoUnit.MICROS)
                .plus(TIMEOUT_MARGIN);
        // Whoever is asked about a caller hears the caller too.
        boolean isRefused = picture.callerOf(contact).refusesRecording();
        String recording = isRefused ? null : Names.recording(ring, queue.client());
        ContactTag tag = new ContactTag(Long.toString(contact.id.value()), queue.code(), recording);
        Duration timeout = rings.compareTo(LONGEST_RING) > 0 ? LONGEST_RING : rings;
        String leg = picture.legOf(ring.offer());
        String channel = contact.channel;
        if (contact.isInternal) {
            String room = picture.callerOf(contact).room;
            return new PbxRequest.RingIntoRoom(leg, device, room, tag, timeout);
        }
        return channel == null
                ? new PbxRequest.RingAgentFirst(leg, device, tag, timeout)
                : new PbxRequest.RingAgent(leg, device, channel, tag, timeout);
    }

    private void stopRinging(EffectId id, OfferId offer, List<FlowAction> actions) {
        if (!picture.isConnected) {
            return;
        }
        if (picture.isPartedFrom(offer)) {
            return;
        }
        if (mobiles.atGate(offer).isPresent()) {
            mobiles.drop(offer);
            acknowledge(id, actions);
        } else if (picture.legs.containsKey(offer)) {
            ask(id, new PbxRequest.EndLeg(picture.legOf(offer)), actions);
        } else {
            acknowledge(id, actions);
        }
    }

    private void disconnect(EffectId id, ContactId contact, List<FlowAction> actions) {
        if (!picture.isConnected) {
            return;
        }
        Contact known = picture.contacts.get(contact);
        if (known != null && known.channel != null && !goesOn(known)) {
            ask(id, new PbxRequest.EndCaller(known.channel), actions);
            return;
        }
        if (known != null && known.seat != Contact.Seat.JOINED) {
            // Nobody's hanging up lets go of a caller who was aside or in a room.
            journeys.goOn(known, actions);
        }
        acknowledge(id, actions);
    }

    /// The caller asked to be called back, and hears from the flow that it will be done.
    private boolean isLedOn(ContactId id) {
        Contact contact = picture.contacts.get(id);
        return contact != null && contact.journey != null && contact.callback != null;
    }

    /// The talk is over, but not what the caller is led through.
    private static boolean goesOn(Contact contact) {
        Journey journey = contact.journey;
        return journey != null && contact.talk != null && (journey.isAfterTalk || journey.goesOnAfterTalk());
    }

    /// A new leg goes into the room of its order, also after the talk came to that room from another one.
    private void ringsIntoRoom(OfferId offer, String room, PbxAnswer answer) {
        Offer made = picture.offers.get(offer);
        Contact inner = made == null ? null : picture.contacts.get(made.contact());
        if (answer instanceof PbxAnswer.Accepted
                && inner != null
                && inner.stage == Contact.Stage.QUEUED
                && room.equals(picture.callerOf(inner).room)) {
            picture.seat(inner, Contact.Seat.ROOM);
        }
    }

    /// The PBX has answered a request, whoever made it.
    void answered(PbxRequest request, PbxAnswer answer, List<FlowAction> actions) {
        boolean isUnknown = answer instanceof PbxAnswer.Unavailable;
        switch (request) {
            case PbxRequest.RingAgent(var legId, var device, var channel, var tag, var timeout) ->
                Names.offer(legId).ifPresent(offer -> ringAnswered(offer, legId, answer, actions));
            case PbxRequest.RingAgentFirst(var legId, var device, var tag, var timeout) ->
                Names.offer(legId).ifPresent(offer -> ringAnswered(offer, legId, answer, actions));
            case PbxRequest.RingIntoRoom(var legId, var device, var room, var tag, var timeout) ->
                Names.offer(legId).ifPresent(offer -> {
                    ringsIntoRoom(offer, room, answer);
                    ringAnswered(offer, legId, answer, actions);
                });
            // Events tell what comes of it; a refusal is told to those who wait for the leg.
            case PbxRequest.CallOutside call -> {}
            case PbxRequest.CallPartner call -> {}
            case PbxRequest.EndLeg(var legId) ->
                picture.offerOf(legId).ifPresent(offer -> settle(new Effect.StopRinging(offer), isUnknown, actions));
            case PbxRequest.EndCaller(var channel) ->
                List.copyOf(picture.contacts.values()).stream()
                        .filter(contact -> channel.equals(contact.channel))
                        .forEach(contact -> settleFarewells(contact.id, isUnknown, actions));
            // Its parting hears the answer; the self-test hears its own.
            case PbxRequest.Move move -> {}
            case PbxRequest.Perform step -> {}
            case PbxRequest.CallItself call -> {}
            // No part of a call.
            case PbxRequest.Listen listen -> {}
            case PbxRequest.ChangeListening change -> {}
            case PbxRequest.TestDevice test -> {}
            case PbxRequest.EndTest end -> {}
            case PbxRequest.SilenceRecording silence -> {}
            case PbxRequest.SoundRecording sound -> {}
            case PbxRequest.MuteAgent mute -> {}
            case PbxRequest.UnmuteAgent mute -> {}
            case PbxRequest.AskMuted ask -> {}
            case PbxRequest.PressKey key -> {}
        }
    }

    /// The caller's own leg is gone, for whichever effect that was asked.
    private void settleFarewells(ContactId contact, boolean isUnknown, List<FlowAction> actions) {
        settle(new Effect.Disconnect(contact), isUnknown, actions);
        for (Diversion to : Diversion.values()) {
            settle(new Effect.Divert(contact, to), isUnknown, actions);
        }
    }

    private void ringAnswered(OfferId offer, String legId, PbxAnswer answer, List<FlowAction> actions) {
        boolean isOrdered = answer instanceof PbxAnswer.Accepted || answer instanceof PbxAnswer.Told;
        if (!isOrdered && Names.trunkOf(legId) != TrunkLines.NONE) {
            mobileNotOrdered(offer, legId, answer, actions);
            return;
        }
        switch (answer) {
            case PbxAnswer.Accepted accepted -> settleRing(offer, false, actions);
            case PbxAnswer.Told told -> settleRing(offer, false, actions);
            case PbxAnswer.AlreadyThere there -> alreadyOrdered(offer, actions);
            case PbxAnswer.Refused refused -> refused(offer, actions);
            case PbxAnswer.NotThere notThere -> refused(offer, actions);
            case PbxAnswer.Unavailable unavailable -> {
                picture.legs.remove(offer, Leg.ASKED);
                settleRing(offer, true, actions);
            }
        }
    }

    private void mobileNotOrdered(OfferId offer, String legId, PbxAnswer answer, List<FlowAction> actions) {
        boolean isRefused = answer instanceof PbxAnswer.Refused || answer instanceof PbxAnswer.NotThere;
        if (isRefused) {
            watch.failed(legId, picture.now, actions);
        }
        if (!isRefused) {
            // It may have been taken after all, so no other trunk is tried.
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(legId)));
        } else if (isTriedAnew(offer, legId, 0, actions)) {
            return;
        }
        mobiles.gone(legId);
        refused(offer, actions);
    }

    /// An order given before the link broke was carried out after all. A leg that has shown itself since is as
    /// good as a new one; one that has not may have come and gone unseen, so the offer is given up.
    private void alreadyOrdered(OfferId offer, List<FlowAction> actions) {
        Offer made = picture.offers.get(offer);
        if (picture.legs.get(offer) == Leg.ASKED && made != null) {
            picture.legs.remove(offer);
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(Names.leg(offer))));
            actions.add(new FlowAction.Submit(new Command.OfferDeclined(offer)));
        }
        settleRing(offer, false, actions);
    }

    private void refused(OfferId offer, List<FlowAction> actions) {
        picture.legs.remove(offer, Leg.ASKED);
        Offer made = picture.offers.get(offer);
        if (made != null && !made.isAnswered()) {
            actions.add(new FlowAction.Submit(new Command.OfferFailed(offer)));
        }
        settleRing(offer, false, actions);
    }

    private void settleRing(OfferId offer, boolean isUnknown, List<FlowAction> actions) {
        for (EffectId id : List.copyOf(picture.effects.keySet())) {
            Work work = picture.effects.get(id);
            if (work != null
                    && work.effect() instanceof Effect.Ring(var of, var contact, var agent)
                    && of.equals(offer)) {
                settle(id, isUnknown, actions);
            }
        }
    }

    boolean isRingPending(OfferId offer) {
        return picture.effects.values().stream()
                .anyMatch(work -> work.progress() != Work.Progress.ACKNOWLEDGED
                        && work.effect() instanceof Effect.Ring(var of, var contact, var agent)
                        && of.equals(offer));
    }

    /// A leg has shown itself: its ring is carried out, whatever became of the request.
    void rang(OfferId offer, List<FlowAction> actions) {
        settleRing(offer, false, actions);
    }

    void legGone(OfferId offer, List<FlowAction> actions) {
        settle(new Effect.StopRinging(offer), false, actions);
    }

    void callerGone(ContactId contact, List<FlowAction> actions) {
        settle(new Effect.Disconnect(contact), false, actions);
    }

    private void settle(Effect effect, boolean isUnknown, List<FlowAction> actions) {
        for (EffectId id : List.copyOf(picture.effects.keySet())) {
            Work work = picture.effects.get(id);
            if (work != null && work.effect().equals(effect)) {
                settle(id, isUnknown, actions);
            }
        }
    }

    /// An order of which nobody knows whether it was carried out stays pending, until the next comparison.
    private void settle(EffectId id, boolean isUnknown, List<FlowAction> actions) {
        if (isUnknown) {
            picture.effects.computeIfPresent(
                    id, (same, work) -> work.progress() == Work.Progress.ASKED ? work.at(Work.Progress.PENDING) : work);
        } else {
            acknowledge(id, actions);
        }
    }

    private void acknowledge(EffectId id, List<FlowAction> actions) {
        Work work = picture.effects.get(id);
        if (work != null && work.progress() != Work.Progress.ACKNOWLEDGED) {
            picture.effects.put(id, work.at(Work.Progress.ACKNOWLEDGED));
            actions.add(new FlowAction.Submit(new Command.Acknowledge(id)));
        }
    }

    private void ask(EffectId id, PbxRequest request, List<FlowAction> actions) {
        picture.effects.computeIfPresent(id, (same, work) -> work.at(Work.Progress.ASKED));
        actions.add(new FlowAction.Ask(request));
    }
}
