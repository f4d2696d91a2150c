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
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;

/// Contacts that the agent's answer begins: the agent's leg stands, the gate is asked, and what it lets out is dialled,
/// trunk by trunk, until one takes the call. From then on the customer's leg is the contact's channel.
final class OutsideLegs {
    static final int MAX_ATTEMPTS = 9;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    /// The trunk did not take the call, by its Q.850 cause: no circuit, out of order, congestion, no route, and what
    /// Asterisk makes of 5xx answers. Whatever else came is the called party's.
    private static final Set<Integer> TRUNK_CAUSES = Set.of(0, 2, 3, 27, 34, 38, 41, 42, 44, 47, 58, 102, 127);

    private final Picture picture;
    private final Effects effects;

    OutsideLegs(Picture picture, Effects effects) {
        this.picture = picture;
        this.effects = effects;
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
        actions.add(new FlowAction.AskGate(id, queue.client(), agent, contact.precursor));
    }

    /// The gate has answered; null: it refused, or could not be asked.
    void decided(ContactId id, @Nullable GatePass pass, List<FlowAction> actions) {
        Contact contact = picture.contacts.get(id);
        if (contact == null || contact.stage != Contact.Stage.TALKING || contact.outside != Stage.AT_GATE) {
            return;
        }
        if (pass == null) {
            giveUp(contact, actions);
        } else {
            contact.pass = pass;
            contact.attempts = 0;
            dialNext(contact, actions);
        }
    }

    private void dialNext(Contact contact, List<FlowAction> actions) {
        GatePass pass = contact.pass;
        OfferId talk = contact.talk;
        if (pass == null || talk == null || contact.attempts >= pass.trunks().size()) {
            giveUp(contact, actions);
            return;
        }
        GatePass.TrunkLine trunk = pass.trunks().get(contact.attempts);
        contact.attempts++;
        contact.outside = Stage.DIALLING;
        String leg = Names.outside(contact.id, contact.attempts);
        contact.channel = leg;
        actions.add(new FlowAction.Ask(new PbxRequest.CallOutside(
                leg, new OutsideAddress(pass.number(), trunk.address()), pass.ownNumber(), Names.leg(talk), TIMEOUT)));
    }

    /// The PBX did not take the order.
    void refused(String legId, List<FlowAction> actions) {
        of(legId)
                .filter(contact -> contact.outside == Stage.DIALLING)
                .ifPresent(contact -> notReached(contact, 0, actions));
    }

    void answered(String legId, List<FlowAction> actions) {
        Optional<Contact> contact = of(legId);
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
                gone(contact, actions);
            } else {
                notReached(contact, ended.cause(), actions);
            }
        });
    }

    void failed(String legId, List<FlowAction> actions) {
        of(legId).ifPresent(contact -> {
            if (contact.hasEnded() || contact.isTalkEnding) {
                gone(contact, actions);
            } else {
                notReached(contact, 0, actions);
            }
        });
    }

    private void notReached(Contact contact, int cause, List<FlowAction> actions) {
        contact.channel = null;
        boolean isOther =
                contact.pass != null && contact.attempts < contact.pass.trunks().size();
        if (TRUNK_CAUSES.contains(cause) && isOther) {
            dialNext(contact, actions);
            return;
        }
        actions.add(new FlowAction.TellOutside(contact.id, OutsideResult.of(cause)));
        giveUp(contact, actions);
    }

    private void giveUp(Contact contact, List<FlowAction> actions) {
        contact.outside = Stage.OVER;
        contact.pass = null;
        OfferId talk = contact.talk;
        if (talk != null) {
            actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(Names.leg(talk))));
        }
    }

    private void gone(Contact contact, List<FlowAction> actions) {
        contact.channel = null;
        contact.pass = null;
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
        Set<String> present = new TreeSet<>();
        for (LiveLeg leg : live) {
            Optional<ContactId> id = Names.outsideContact(leg.legId());
            Contact contact = id.map(picture.contacts::get).orElse(null);
            if (id.isPresent() && (contact == null || contact.hasEnded())) {
                actions.add(new FlowAction.Ask(new PbxRequest.EndLeg(leg.legId())));
            } else if (contact != null) {
                present.add(leg.legId());
                contact.channel = leg.legId();
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
