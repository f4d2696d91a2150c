package org.kezheng.platform.callflow;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.platform.callflow.HandOver.Stage;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.OutsideAddress;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

/// Callers who are handed to somebody outside, at once or after the agent has talked with them. The caller is
/// aside, with music, until the leg is answered; only then does the agent let go. Whoever is not reached, or
/// hangs up before, leaves the caller to the agent. Once the two are joined by the dialplan the contact is over
/// for the engine, and neither platform nor agent is needed for the rest.
///
/// What is under way is remembered here alone: after a restart of the platform a leg whose caller was not handed
/// over is ended, and the agent takes the caller back from hold.
final class HandOvers {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Picture picture;
    private final OutsideWatch watch;

    HandOvers(Picture picture, OutsideWatch watch) {
        this.picture = picture;
        this.watch = watch;
    }

    /// The gate has let a leg out. It is dialled when the caller is aside.
    void begin(FlowInput.HandOut wanted, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(wanted.contact());
        if (contact == null || !isOpen(contact) || contact.handOver != null) {
            watch.notDialled(wanted.pass(), OutsideResult.WITHDRAWN, actions);
            actions.add(new FlowAction.TellPartner(wanted.contact(), new PartnerMoment.Over(null)));
            return;
        }
        contact.handOver = new HandOver(wanted);
        dialIfAside(contact, actions);
    }

    private boolean isOpen(Contact contact) {
        return contact.stage == Contact.Stage.TALKING
                && !contact.isInternal
                && contact.lent == null
                && contact.channel != null
                && picture.isConnected
                && picture.consultation(contact).isEmpty();
    }

    /// The caller was put aside.
    void held(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact != null) {
            dialIfAside(contact, actions);
            consulted(contact)
                    .filter(handOver -> handOver.isAside && contact.isHeld)
                    .ifPresent(handOver -> bringBack(contact, handOver, actions));
        }
    }

    private static Optional<HandOver> consulted(@Nullable Contact contact) {
        return Optional.ofNullable(contact)
                .map(known -> known.handOver)
                .filter(handOver -> handOver.stage == Stage.CONSULTING);
    }

    /// The agent is with the other one of the two; out of three, with whom was called alone. Whoever goes aside does
    /// so first, so that the two never hear each other unasked.
    void swap(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        consulted(contact).ifPresent(handOver -> {
            if (contact != null && contact.isHeld) {
                handOver.isAside = true;
                handOver.isCallerNext = true;
                place(contact, handOver, actions);
            } else {
                actions.add(new FlowAction.Submit(new Command.Hold(id)));
            }
        });
    }

    /// All three talk, once the caller is taken back.
    void confer(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        consulted(contact)
                .filter(handOver -> handOver.isAside)
                .ifPresent(handOver -> bringBack(Objects.requireNonNull(contact), handOver, actions));
    }

    private static void bringBack(Contact contact, HandOver handOver, List<FlowAction> actions) {
        handOver.isAside = false;
        handOver.isCallerNext = false;
        place(contact, handOver, actions);
        actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.Consulted()));
    }

    private static void place(Contact contact, HandOver handOver, List<FlowAction> actions) {
        Place to = handOver.isAside ? new Place.Aside() : new Place.Room(contact.room);
        handOver.isPlaceUnsure = false;
        actions.add(new FlowAction.Ask(new PbxRequest.Move(handOver.leg, to)));
    }

    /// After a comparison: whoever may be elsewhere is sent where they belong.
    void replace(List<FlowAction> actions) {
        for (Contact contact : picture.contacts.values()) {
            consulted(contact)
                    .filter(handOver -> handOver.isPlaceUnsure)
                    .ifPresent(handOver -> place(contact, handOver, actions));
        }
    }

    private void dialIfAside(Contact contact, List<FlowAction> actions) {
        HandOver handOver = contact.handOver;
        if (handOver != null && handOver.stage == Stage.WAITING && contact.isHeld && isThere(contact)) {
            dial(contact, handOver, 0, actions);
        }
    }

    /// Whoever hangs up at this moment is nobody to call for.
    private static boolean isThere(Contact contact) {
        return contact.channel != null && !contact.isLeaving && !contact.isTalkEnding;
    }

    /// Dials by the first trunk that has a line, from that one of the order on.
    private void dial(Contact contact, HandOver handOver, int from, List<FlowAction> actions) {
        LineHold line = contact.partnersLine;
        if (!picture.trunks.seize(line, from, picture.now).isEmpty()) {
            if (handOver.leg.isEmpty()) {
                watch.notDialled(handOver.wanted.pass(), OutsideResult.NO_TRUNK, actions);
            }
            back(contact, OutsideResult.NO_TRUNK, actions);
            return;
        }
        picture.trunks.begun(line);
        GatePass pass = handOver.wanted.pass();
        String trunk = picture.trunks.line(line.trunk).address();
        handOver.stage = Stage.DIALLING;
        handOver.leg = Names.partner(contact.id, handOver.wanted.number(), line.trunk);
        handOver.isPlaceUnsure = false;
        Place place = handOver.wanted.isConsultation()
                ? new Place.Room(contact.room)
                : new Place.Joined(Objects.requireNonNull(contact.channel));
        OutsideAddress to = new OutsideAddress(pass.number(), trunk);
        watch.dialled(pass, handOver.leg, actions);
        actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.Dialled()));
        actions.add(new FlowAction.Ask(new PbxRequest.CallPartner(handOver.leg, to, pass.ownNumber(), place, TIMEOUT)));
    }

    /// The PBX did not take the order. Where its answer was lost it may have taken it: then no other trunk is tried.
    void refused(String legId, PbxAnswer answer, List<FlowAction> actions) {
        Contact contact = of(legId).orElse(null);
        if (contact == null) {
            return;
        }
        if (answer instanceof PbxAnswer.Unavailable) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(legId)));
            back(contact, OutsideResult.NO_TRUNK, actions);
        } else {
            watch.failed(legId, picture.now, actions);
            notReached(contact, 0, actions);
        }
    }

    /// The phone of whoever is called rings: no other trunk calls them a second time.
    void rings(String legId) {
        of(legId).map(contact -> contact.handOver).ifPresent(handOver -> handOver.hasRung = true);
    }

    void answered(String legId, List<FlowAction> actions) {
        Contact contact = of(legId).orElse(null);
        HandOver handOver = contact == null ? null : contact.handOver;
        if (isWithCaller(legId)) {
            // After a connect the PBX tells it once more.
            return;
        }
        if (contact == null || handOver == null || contact.stage != Contact.Stage.TALKING) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(legId)));
        } else if (handOver.wanted.isConsultation()) {
            handOver.stage = Stage.CONSULTING;
            if (handOver.isPlaceUnsure) {
                // The talk went to another room while they rang.
                place(contact, handOver, actions);
            }
            actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.Consulted()));
        } else {
            letGo(contact, handOver, actions);
        }
    }

    private boolean isWithCaller(String legId) {
        return handedTo(legId).isPresent();
    }

    /// The contact whose caller was left to whom that leg is.
    private Optional<Contact> handedTo(String legId) {
        return Names.partnersContact(legId).map(picture.contacts::get).filter(contact -> contact.isHandedOver);
    }

    private void letGo(Contact contact, HandOver handOver, List<FlowAction> actions) {
        handOver.stage = Stage.HANDED_OVER;
        contact.isLeaving = true;
        watch.handedOver(contact.id, handOver.wanted.pass(), actions);
        actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.HandedOver()));
        actions.add(new FlowAction.Submit(new Command.Leave(contact.id, LeaveCause.HANDED_OVER)));
    }

    void ended(PbxEvent.LegEnded ended, List<FlowAction> actions) {
        of(ended.legId())
                .ifPresentOrElse(
                        contact -> notReached(contact, ended.cause(), actions),
                        () -> Names.partnersContact(ended.legId())
                                .map(picture.contacts::get)
                                .ifPresent(contact -> contact.partnersLine.trunk = TrunkLines.NONE));
    }

    /// The PBX could not make the leg.
    void failed(String legId, List<FlowAction> actions) {
        of(legId).ifPresent(contact -> notReached(contact, 0, actions));
    }

    /// The leg is gone: another trunk is tried, or the agent has the caller back.
    private void notReached(Contact contact, int cause, List<FlowAction> actions) {
        HandOver handOver = Objects.requireNonNull(contact.handOver);
        switch (handOver.stage) {
            case HANDED_OVER -> over(contact);
            case CONSULTING, WAITING -> back(contact, null, actions);
            case DIALLING -> {
                OutsideResult why = OutsideLegs.partysAnswer(cause, handOver.hasRung);
                if (why == null && isThere(contact)) {
                    picture.trunks.notTaken(contact.partnersLine);
                    dial(contact, handOver, contact.partnersLine.trunk + 1, actions);
                } else {
                    back(contact, why, actions);
                }
            }
        }
    }

    /// The leg is gone, and nobody saw what came of it: they may have been called, and no other trunk is tried.
    private static void missed(Contact contact, HandOver handOver, List<FlowAction> actions) {
        if (handOver.stage == Stage.HANDED_OVER) {
            over(contact);
        } else {
            back(contact, null, actions);
        }
    }

    private static void over(Contact contact) {
        contact.handOver = null;
        contact.partnersLine.trunk = TrunkLines.NONE;
    }

    private static void back(Contact contact, @Nullable OutsideResult why, List<FlowAction> actions) {
        over(contact);
        actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.Over(why)));
        if (contact.stage == Contact.Stage.TALKING && contact.isHeld) {
            actions.add(new FlowAction.Submit(new Command.Resume(contact.id)));
        }
    }

    /// The agent does not want it any more.
    void withdraw(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        HandOver handOver = contact == null ? null : contact.handOver;
        if (contact != null && handOver != null && handOver.stage != Stage.HANDED_OVER) {
            endLeg(handOver, actions);
            back(contact, null, actions);
        }
    }

    /// The agent leaves the caller to whom was consulted.
    void complete(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        HandOver handOver = contact == null ? null : contact.handOver;
        boolean isReady = handOver != null && handOver.stage == Stage.CONSULTING && picture.isConnected;
        if (contact != null && handOver != null && isReady && contact.channel != null) {
            if (!contact.isHeld) {
                // Out of the room first, out of which the dialplan cannot take the caller.
                contact.seat = Contact.Seat.ASIDE;
                actions.add(new FlowAction.Ask(new PbxRequest.Move(contact.channel, new Place.Waiting())));
            }
            join(contact.channel, handOver.leg, actions);
            letGo(contact, handOver, actions);
        }
    }

    private static void join(String channel, String leg, List<FlowAction> actions) {
        actions.add(new FlowAction.Ask(new PbxRequest.Move(leg, new Place.Joined(channel))));
    }

    void answered(PbxRequest.Move move, PbxAnswer answer, List<FlowAction> actions) {
        String leg = move.moves().getFirst().channel();
        Contact contact = of(leg).or(() -> handedTo(leg)).orElse(null);
        if (contact == null) {
            return;
        }
        HandOver handOver = consulted(contact).orElse(null);
        if (handOver != null) {
            placed(contact, handOver, answer, actions);
        } else if (!isDone(answer) && contact.channel != null) {
            // The two could not be joined: nobody is left with the caller.
            actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(contact.channel)));
        }
    }

    private static boolean isDone(PbxAnswer answer) {
        return answer instanceof PbxAnswer.Accepted || answer instanceof PbxAnswer.Unavailable;
    }

    /// Whoever cannot be moved must not hear what is not meant for them.
    private void placed(Contact contact, HandOver handOver, PbxAnswer answer, List<FlowAction> actions) {
        if (!isDone(answer)) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(handOver.leg)));
        } else if (answer instanceof PbxAnswer.Unavailable) {
            handOver.isPlaceUnsure = true;
            if (!handOver.isAside) {
                // They may be in the room already: all meet in another one.
                picture.seat(contact, Contact.Seat.UNKNOWN);
            }
        } else if (handOver.isAside && handOver.isCallerNext) {
            handOver.isCallerNext = false;
            actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.Aside()));
            actions.add(new FlowAction.Submit(new Command.Resume(contact.id)));
        }
    }

    /// The agent's leg is gone. Whoever was consulted keeps the caller; while the leg outside still rings, the
    /// caller goes back to the queue.
    ///
    /// @return whether the call goes on
    boolean goesOn(Contact contact, List<FlowAction> actions) {
        HandOver handOver = contact.handOver;
        if (handOver == null || contact.channel == null) {
            return false;
        }
        switch (handOver.stage) {
            case CONSULTING -> complete(contact.id, actions);
            case WAITING, DIALLING -> {
                endLeg(handOver, actions);
                over(contact);
                actions.add(new FlowAction.TellPartner(contact.id, new PartnerMoment.Over(null)));
                actions.add(new FlowAction.Submit(new Command.TransferToQueue(contact.id, contact.queue)));
            }
            case HANDED_OVER -> {}
        }
        return true;
    }

    /// The engine has the contact as over, or elsewhere.
    void left(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        HandOver handOver = contact == null ? null : contact.handOver;
        if (contact != null && handOver != null && handOver.stage != Stage.HANDED_OVER) {
            endLeg(handOver, actions);
            over(contact);
            actions.add(new FlowAction.TellPartner(id, new PartnerMoment.Over(null)));
        }
    }

    /// The engine did not let the caller go: somebody else was quicker, and has the caller wait again, or talk.
    void stays(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null || contact.hasEnded()) {
            return;
        }
        HandOver handOver = contact.handOver;
        if (handOver != null) {
            endLeg(handOver, actions);
            over(contact);
        }
        contact.isLeaving = false;
        if (contact.channel == null && picture.isConnected) {
            TelephoneSide.leave(contact, LeaveCause.CALLER_HUNG_UP, actions);
        }
    }

    private void endLeg(HandOver handOver, List<FlowAction> actions) {
        if (handOver.leg.isEmpty()) {
            watch.notDialled(handOver.wanted.pass(), OutsideResult.WITHDRAWN, actions);
        } else {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(handOver.leg)));
        }
    }

    /// After a connect: a leg of which nothing is known any more is ended, unless a caller was handed to it.
    void takeBack(List<LiveLeg> live, List<FlowAction> actions) {
        for (LiveLeg leg : live) {
            Contact contact = Names.partnersContact(leg.legId())
                    .map(picture.contacts::get)
                    .orElse(null);
            boolean isPartners = Names.partnersContact(leg.legId()).isPresent();
            boolean isKnown = of(leg.legId()).isPresent();
            boolean isWithCaller = contact != null && contact.isHandedOver && leg.isAnswered();
            if (isPartners && !isKnown && !isWithCaller) {
                actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(leg.legId())));
            } else if (isPartners && contact != null) {
                int trunk = Names.trunkOf(leg.legId());
                contact.partnersLine.trunk = picture.trunks.has(trunk) ? trunk : TrunkLines.NONE;
            }
            if (contact != null
                    && isWithCaller
                    && contact.channel != null
                    && leg.caller().isEmpty()) {
                // The order that joins the two was lost with the link.
                join(contact.channel, leg.legId(), actions);
            }
        }
        Set<String> present = live.stream().map(LiveLeg::legId).collect(Collectors.toSet());
        Set<ContactId> withPartner = live.stream()
                .flatMap(leg -> Names.partnersContact(leg.legId()).stream())
                .collect(Collectors.toSet());
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            HandOver handOver = contact.handOver;
            boolean isHandedOver = contact.isHandedOver || (handOver != null && handOver.stage == Stage.HANDED_OVER);
            if (isHandedOver && contact.channel != null && !withPartner.contains(contact.id)) {
                // Whoever they were left to has hung up before the two were joined.
                actions.add(new FlowAction.Ask(new PbxRequest.EndCaller(contact.channel)));
            }
            if (handOver != null && !handOver.leg.isEmpty() && !present.contains(handOver.leg)) {
                missed(contact, handOver, actions);
            }
        }
    }

    private Optional<Contact> of(String legId) {
        return Names.partnersContact(legId)
                .map(picture.contacts::get)
                .filter(contact -> contact.handOver != null && contact.handOver.leg.equals(legId));
    }
}
