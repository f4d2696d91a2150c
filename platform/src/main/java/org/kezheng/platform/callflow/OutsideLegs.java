package org.kezheng.platform.callflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.OutsideAddress;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;

/// Contacts that the agent's answer begins: the agent's leg stands, the gate is asked, and what it lets out is
/// dialled, trunk by trunk, until one takes the call. From then on the customer's leg is the contact's channel.
final class OutsideLegs {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /// The trunk did not take the call, by its Q.850 cause: no circuit, out of order, congestion, no route, and
    /// what Asterisk makes of 5xx answers. Whatever else came is the called party's.
    private static final Set<Integer> TRUNK_CAUSES = Set.of(0, 2, 3, 27, 34, 38, 41, 42, 44, 47, 58, 102, 127);
    /// Nobody answered at all: of a trunk that has not even rung, it is the trunk's silence.
    private static final int NO_RESPONSE = 18;

    private final Picture picture;
    private final Effects effects;
    private final OutsideWatch watch;

    OutsideLegs(Picture picture, Effects effects, OutsideWatch watch) {
        this.watch = watch;
        this.picture = picture;
        this.effects = effects;
    }

    /// What the called party's end of a leg says; null: the trunk did not take the call, and nobody's phone has
    /// rung, so that another trunk may be tried.
    static @Nullable OutsideResult partysAnswer(int cause, boolean hasRung) {
        boolean isTrunks = TRUNK_CAUSES.contains(cause) || (cause == NO_RESPONSE && !hasRung);
        if (!isTrunks) {
            return OutsideResult.of(cause);
        }
        return hasRung ? OutsideResult.NO_ANSWER : null;
    }

    /// How far a contact that the agent's answer begins has come.
    enum Stage {
        IDLE,
        /// The agent has answered and the gate was asked.
        AT_GATE,
        DIALLING,
        JOINED,
        /// Refused, or not reached: the agent's leg is being ended.
        OVER
    }

    /// An agent has answered.
    void agentAnswered(ContactId id, AgentId agent, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null || !contact.isOutward || contact.channel != null || contact.outside != Stage.IDLE) {
            return;
        }
        QueueDefinition queue = picture.queues.get(contact.queue);
        if (queue == null) {
            giveUp(contact, actions);
            return;
        }
        contact.outside = Stage.AT_GATE;
        contact.hasRung = false;
        String noTrunk = picture.trunks.seize(contact.line, 0, picture.now);
        actions.add(new FlowAction.AskGate(id, queue.client(), agent, contact.precursor, noTrunk));
    }

    /// The phone of an agent did not answer. What one agent wanted is no other's to make, so until it is known whose
    /// call this is nobody else's phone rings.
    void waitsOn(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        QueueDefinition queue = contact == null ? null : picture.queues.get(contact.queue);
        if (contact != null && contact.isOwnerAsked && queue != null) {
            actions.add(new FlowAction.AskWhoWants(id, queue.client()));
        }
    }

    /// Whatever was asked before a restart got no answer.
    private void askAgain(List<FlowAction> actions) {
        for (Contact contact : picture.contacts.values()) {
            if (contact.stage == Contact.Stage.QUEUED) {
                waitsOn(contact.id, actions);
            }
        }
    }

    /// Whoever wanted the call did not answer the own phone: nobody is called.
    void giveBack(ContactId id, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact != null && contact.isOutward && contact.stage == Contact.Stage.QUEUED) {
            actions.add(new FlowAction.TellOutside(id, OutsideResult.OWN_PHONE));
            TelephoneSide.leave(contact, LeaveCause.REFUSED, actions);
        }
    }

    /// The gate has answered; null: it refused, or could not be asked.
    void decided(ContactId id, @Nullable GatePass pass, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null || contact.stage != Contact.Stage.TALKING || contact.outside != Stage.AT_GATE) {
            if (pass != null) {
                watch.notDialled(pass, OutsideResult.WITHDRAWN, actions);
            }
            return;
        }
        if (pass == null) {
            picture.trunks.giveBack(contact.line);
            giveUp(contact, actions);
        } else {
            contact.pass = pass;
            dial(contact, actions);
        }
    }

    /// Dials by the trunk of which the contact has a line.
    private void dial(Contact contact, List<FlowAction> actions) {
        GatePass pass = contact.pass;
        OfferId talk = contact.talk;
        if (pass == null || talk == null || contact.line.trunk == TrunkLines.NONE) {
            if (pass != null) {
                watch.notDialled(pass, OutsideResult.NO_TRUNK, actions);
            }
            giveUp(contact, actions);
            return;
        }
        String trunk = picture.trunks.line(contact.line.trunk).address();
        contact.outside = Stage.DIALLING;
        String leg = Names.outside(contact.id, contact.line.trunk);
        contact.channel = leg;
        picture.trunks.begun(contact.line);
        watch.dialled(pass, leg, actions);
        actions.add(new FlowAction.Ask(new PbxRequest.CallOutside(
                leg, new OutsideAddress(pass.number(), trunk), pass.ownNumber(), Names.leg(talk), TIMEOUT)));
    }

    /// The PBX did not take the order. Where its answer was lost it may have taken it: then no other trunk is
    /// tried, so that nobody is called twice.
    void refused(String legId, PbxAnswer answer, List<FlowAction> actions) {
        Optional<Contact> dialling = of(legId).filter(contact -> contact.outside == Stage.DIALLING);
        if (dialling.isEmpty()) {
            return;
        }
        if (answer instanceof PbxAnswer.Unavailable) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(legId)));
            dialling.get().channel = null;
            failed(dialling.get(), OutsideResult.NO_TRUNK, actions);
        } else {
            watch.failed(legId, picture.now, actions);
            notReached(dialling.get(), 0, actions);
        }
    }

    /// The customer's phone rings.
    void rings(String legId) {
        of(legId).ifPresent(contact -> contact.hasRung = true);
    }

    void answered(String legId, List<FlowAction> actions) {
        Optional<Contact> contact = of(legId);
        if (contact.filter(known -> known.isHandedOver).isPresent()) {
            // After a connect the PBX tells it once more.
            return;
        }
        if (contact.isEmpty() || contact.get().hasEnded()) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(legId)));
        } else {
            contact.get().outside = Stage.JOINED;
            actions.add(new FlowAction.TellOutside(contact.get().id, OutsideResult.REACHED));
        }
    }

    void ended(PbxEvent.LegEnded ended, List<FlowAction> actions) {
        of(ended.legId()).ifPresent(contact -> {
            if (contact.outside == Stage.JOINED || contact.hasEnded() || contact.isTalkEnding) {
                leftUnanswered(contact, actions);
                gone(contact, actions);
            } else {
                notReached(contact, ended.cause(), actions);
            }
        });
    }

    void failed(String legId, List<FlowAction> actions) {
        of(legId).ifPresent(contact -> {
            if (contact.hasEnded() || contact.isTalkEnding) {
                leftUnanswered(contact, actions);
                gone(contact, actions);
            } else {
                notReached(contact, 0, actions);
            }
        });
    }

    /// The agent hung up before the customer answered: then nobody was reached.
    private static void leftUnanswered(Contact contact, List<FlowAction> actions) {
        if (contact.outside == Stage.DIALLING) {
            actions.add(new FlowAction.TellOutside(contact.id, OutsideResult.NO_ANSWER));
        }
    }

    private void notReached(Contact contact, int cause, List<FlowAction> actions) {
        contact.channel = null;
        OutsideResult why = partysAnswer(cause, contact.hasRung);
        if (why != null) {
            failed(contact, why, actions);
            return;
        }
        picture.trunks.notTaken(contact.line);
        int next = contact.line.trunk + 1;
        if (contact.pass != null
                && contact.line.trunk != TrunkLines.NONE
                && picture.trunks.seize(contact.line, next, picture.now).isEmpty()) {
            dial(contact, actions);
        } else {
            failed(contact, OutsideResult.NO_TRUNK, actions);
        }
    }

    private void failed(Contact contact, OutsideResult result, List<FlowAction> actions) {
        actions.add(new FlowAction.TellOutside(contact.id, result));
        giveUp(contact, actions);
    }

    private void giveUp(Contact contact, List<FlowAction> actions) {
        contact.outside = Stage.OVER;
        contact.pass = null;
        contact.line.trunk = TrunkLines.NONE;
        OfferId talk = contact.talk;
        if (talk != null) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(Names.leg(talk))));
        }
    }

    private void gone(Contact contact, List<FlowAction> actions) {
        contact.channel = null;
        contact.pass = null;
        contact.line.trunk = TrunkLines.NONE;
        contact.outside = Stage.OVER;
        effects.callerGone(contact.id, actions);
        if (contact.hasEnded()) {
            picture.forget(contact.id);
        } else if (!contact.isTalkEnding) {
            TelephoneSide.leave(contact, LeaveCause.CALLER_HUNG_UP, actions);
        }
    }

    /// Takes back what the PBX has after a connect, and gives up what it has lost.
    void takeBack(List<LiveLeg> live, List<FlowAction> actions) {
        askAgain(actions);
        Set<String> present = new TreeSet<>();
        for (LiveLeg leg : live) {
            Optional<ContactId> id = Names.outsideContact(leg.legId());
            Contact contact = id.map(picture.contacts::get).orElse(null);
            boolean isOver = contact == null || (contact.hasEnded() && !contact.isHandedOver);
            if (id.isPresent() && isOver) {
                actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(leg.legId())));
            } else if (contact != null) {
                present.add(leg.legId());
                contact.channel = leg.legId();
                int trunk = Names.trunkOf(leg.legId());
                contact.line.trunk = picture.trunks.has(trunk) ? trunk : TrunkLines.NONE;
                contact.outside = leg.isAnswered() ? Stage.JOINED : Stage.DIALLING;
            }
        }
        for (Contact contact : List.copyOf(picture.contacts.values())) {
            if (!contact.isOutward || contact.stage == Contact.Stage.QUEUED) {
                continue;
            }
            if (contact.channel != null && !present.contains(contact.channel)) {
                gone(contact, actions);
            } else if (contact.stage == Contact.Stage.TALKING && contact.outside == Stage.IDLE) {
                giveUp(contact, actions);
            }
        }
    }

    private Optional<Contact> of(String legId) {
        return Names.outsideContact(legId).map(picture.contacts::get).filter(contact -> legId.equals(contact.channel));
    }
}
