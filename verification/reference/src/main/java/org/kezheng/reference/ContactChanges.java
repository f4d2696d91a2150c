package org.kezheng.reference;

import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.RuleId;

/// How contacts go from state to state, and their agents with them.
final class ContactChanges {
    private final Site site;
    private final AgentChanges agents;

    ContactChanges(Site site, AgentChanges agents) {
        this.site = site;
        this.agents = agents;
    }

    void enterQueue(Contact contact, QueueId queue) {
        contact.queue = queue;
        contact.endWish();
        contact.entered = site.now;
        if (!contact.isInternal()) {
            contact.ticket = site.figuresOf(queue).entered++;
        }
        contact.ringTold = 1;
    }

    void enterWaiting(Contact contact) {
        contact.stands = true;
        if (contact.wish.isPresent() && isWishOver(contact)) {
            contact.endWish();
        }
        contact.ring = 0;
        if (contact.wish.isEmpty()) {
            reachDueRing(contact);
        }
        setWaitingDeadline(contact);
    }

    private boolean isWishOver(Contact contact) {
        Optional<Agent> agent = contact.wishAgent.flatMap(site::findAgent);
        return site.now > contact.wishUntil || agent.isEmpty() || agent.get().isSignedOutOrWillBe();
    }

    private void reachDueRing(Contact contact) {
        List<Ring> rings = site.queueOf(contact).rings();
        int due = 1;
        while (due < rings.size() && rings.get(due).afterMicros() <= site.now - contact.entered) {
            due++;
        }
        contact.ring = Math.max(due, contact.ring);
        if (due > contact.ringTold) {
            contact.ringTold = due;
            site.tell(new Event.RingReached(contact.id, due));
        }
    }

    /// Its deadline has come, and it goes on waiting.
    void widen(Contact contact) {
        if (contact.wish.isPresent() && site.now >= contact.wishUntil) {
            contact.endWish();
        }
        if (contact.wish.isEmpty()) {
            reachDueRing(contact);
        }
        setWaitingDeadline(contact);
    }

    private void setWaitingDeadline(Contact contact) {
        QueueDefinition queue = site.queueOf(contact);
        long at = contact.entered + queue.times().maxWaitMicros();
        if (contact.wish.isPresent()) {
            at = Math.min(at, contact.wishUntil);
        } else if (contact.ring < queue.rings().size()) {
            at = Math.min(at, contact.entered + queue.rings().get(contact.ring).afterMicros());
        }
        site.setDeadline(contact, at);
    }

    void leaveWaiting(Contact contact) {
        contact.stands = false;
        contact.dueAt = Timed.NEVER;
    }

    void offer(Contact contact, Agent agent, RuleId rule, int ring) {
        contact.offer = ++site.lastOffer;
        contact.agent = Optional.of(agent.id());
        contact.stage = Contact.Stage.RINGING;
        contact.hasRung = false;
        site.tell(new Event.OfferMade(new OfferId(contact.offer), contact.id, agent.id(), rule, ring));
        agents.refresh(agent);
        site.requestRing(contact, agent);
        site.setDeadline(contact, site.now + site.queueOf(contact).times().offerTimeoutMicros());
    }

    void answer(Contact contact) {
        Agent agent = site.agentOf(contact);
        tellOfferEnded(contact, OfferOutcome.ANSWERED);
        contact.stage = Contact.Stage.TALKING;
        site.tell(new Event.ContactAnswered(contact.id, new OfferId(contact.offer), agent.id()));
        if (!contact.wasAnswered && !contact.isInternal()) {
            site.figuresOf(contact.queue).answered(site.now, contact.predicted, site.now - contact.entered);
        }
        contact.wasAnswered = true;
        agent.declines = 0;
        agents.beginIdle(agent);
        agent.talks.add(contact);
        agents.refresh(agent);
        settleRing(contact);
        renew(contact);
    }

    /// The agent's leg stands: offered, answered and talking at once.
    void talkAtOnce(Contact contact, Agent agent) {
        OfferId offer = new OfferId(++site.lastOffer);
        contact.offer = offer.value();
        contact.agent = Optional.of(agent.id());
        contact.stage = Contact.Stage.TALKING;
        site.tell(new Event.OfferMade(offer, contact.id, agent.id(), RuleId.TAKEN_OVER, 0));
        site.tell(new Event.OfferEnded(offer, contact.id, agent.id(), OfferOutcome.ANSWERED));
        site.tell(new Event.ContactAnswered(contact.id, offer, agent.id()));
        agent.declines = 0;
        agent.isUnlooked = false;
        agents.beginIdle(agent);
        agent.talks.add(contact);
        agents.become(agent, AgentState.TALKING, ReasonCode.NONE, contact.id.value());
        renew(contact);
    }

    /// The offer of an internal call came to nothing, and so did the call. The agent is for the caller to refresh.
    void endUnanswered(Contact contact, OfferOutcome outcome) {
        long offer = contact.offer;
        tellOfferEnded(contact, outcome);
        settleRing(contact);
        leaveAgent(contact);
        end(contact, outcome == OfferOutcome.MISSED ? ContactOutcome.TIMED_OUT : ContactOutcome.REFUSED);
        if (outcome == OfferOutcome.MISSED || outcome == OfferOutcome.WITHDRAWN) {
            site.requestStop(offer);
        }
        site.requestDisconnect(contact.id);
    }

    void renew(Contact contact) {
        site.setDeadline(contact, site.now + site.limits.talkLeaseMicros());
    }

    /// The offer came to nothing. The agent is for the caller to refresh.
    void requeue(Contact contact, OfferOutcome outcome) {
        long offer = contact.offer;
        AgentId agent = contact.agent.orElseThrow();
        tellOfferEnded(contact, outcome);
        settleRing(contact);
        leaveAgent(contact);
        if (contact.isFor(agent)) {
            contact.endWish();
        }
        site.tell(new Event.ContactRequeued(contact.id));
        if (outcome == OfferOutcome.MISSED || outcome == OfferOutcome.WITHDRAWN) {
            site.requestStop(offer);
        }
        enterWaiting(contact);
    }

    void endRinging(Contact contact, ContactOutcome outcome) {
        Agent agent = site.agentOf(contact);
        long offer = contact.offer;
        tellOfferEnded(contact, OfferOutcome.WITHDRAWN);
        settleRing(contact);
        leaveAgent(contact);
        end(contact, outcome);
        site.requestStop(offer);
        agents.refresh(agent);
    }

    void endTalking(Contact contact) {
        Agent agent = site.agentOf(contact);
        QueueId queue = contact.queue;
        leaveAgent(contact);
        end(contact, ContactOutcome.ANSWERED);
        if (contact.isInternal()) {
            agents.refresh(agent);
        } else {
            beginWrapUp(agent, contact.id, queue, contact.kind.channel());
        }
    }

    /// Neither rings nor talks any more.
    void leaveAgent(Contact contact) {
        site.agentOf(contact).talks.remove(contact);
        contact.agent = Optional.empty();
        contact.offer = 0;
        contact.isHeld = false;
        contact.stage = Contact.Stage.WAITING;
        contact.dueAt = Timed.NEVER;
    }

    void beginWrapUp(Agent agent, ContactId contact, QueueId queueId, Channel channel) {
        QueueDefinition queue = site.findQueue(queueId).orElseThrow();
        boolean isFull = site.wrapUps.size() >= site.limits.contacts();
        if (queue.times().wrapUpLimitMicros() > 0 && agent.next != AgentState.SIGNED_OUT && !isFull) {
            WrapUp wrapUp = new WrapUp(
                    agent.id(),
                    contact,
                    channel,
                    queue.times().wrapUpExtensionMicros(),
                    queue.policy().wrapUpExtensions());
            site.wrapUps.add(wrapUp);
            site.setDeadline(wrapUp, site.now + queue.times().wrapUpLimitMicros());
        }
        agents.refresh(agent);
    }

    /// The contact stands nowhere any more, and is over.
    void end(Contact contact, ContactOutcome outcome) {
        site.passOvers.removeIf(pass -> pass.contact == contact);
        ContactOutcome real = contact.wasAnswered ? ContactOutcome.ANSWERED : outcome;
        site.tell(new Event.ContactEnded(contact.id, real));
        site.remember(contact.id);
        site.contacts.remove(contact.id);
    }

    private void tellOfferEnded(Contact contact, OfferOutcome outcome) {
        AgentId agent = contact.agent.orElseThrow();
        site.tell(new Event.OfferEnded(new OfferId(contact.offer), contact.id, agent, outcome));
    }

    private void settleRing(Contact contact) {
        if (contact.ringEffect != 0) {
            site.settle(contact.ringEffect);
        }
    }
}
