package org.kezheng.reference;

import java.util.Optional;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

/// What people decide: moves, assignments, pulls and transfers.
final class HandingOver {
    private final Site site;
    private final Lookups lookups;
    private final AgentChanges agents;
    private final ContactChanges contacts;
    private final Matching matching;
    private final Overflowing overflowing;
    private final PassingOver passingOver;

    HandingOver(
            Site site,
            AgentChanges agents,
            ContactChanges contacts,
            Matching matching,
            Overflowing overflowing,
            PassingOver passingOver) {
        this.site = site;
        this.lookups = new Lookups(site);
        this.agents = agents;
        this.contacts = contacts;
        this.matching = matching;
        this.overflowing = overflowing;
        this.passingOver = passingOver;
    }

    void move(Command.Move command) {
        Optional<Contact> found = lookups.waiting(command.contact());
        Optional<QueueDefinition> queue = found.flatMap(contact -> lookups.queueFor(contact, command.queue()));
        if (queue.isEmpty() || found.orElseThrow().queue.equals(command.queue())) {
            return;
        }
        Contact contact = found.orElseThrow();
        if (overflowing.isFull(command.queue())) {
            site.refuse(Refusal.QUEUE_FULL);
            return;
        }
        contacts.leaveWaiting(contact);
        overflowing.move(contact, command.queue(), MoveCause.SUPERVISOR);
        overflowing.waitIn(contact);
    }

    void assign(Command.Assign command) {
        Optional<Contact> contact = lookups.waiting(command.contact());
        Optional<Agent> agent = contact.flatMap(waiting -> lookups.agent(command.agent()));
        if (agent.isPresent()) {
            boolean isFree =
                    agents.isFree(agent.get(), contact.orElseThrow().kind.channel());
            if (mayOffer(isFree)) {
                matching.offer(contact.orElseThrow(), agent.get(), RuleId.ASSIGNED, 0);
            }
        }
    }

    void pull(Command.Pull command) {
        Optional<Contact> contact = lookups.waiting(command.contact());
        Optional<Agent> found = contact.flatMap(waiting -> lookups.signedIn(command.agent()));
        if (found.isEmpty()) {
            return;
        }
        Agent agent = found.get();
        boolean isFree = isOpen(agent, contact.orElseThrow().kind.channel(), Optional.empty());
        if (mayOffer(isFree)) {
            keepingNotReady(agent, () -> matching.offer(contact.orElseThrow(), agent, RuleId.PULLED, 0));
        }
    }

    private boolean mayOffer(boolean isFree) {
        if (!isFree) {
            site.refuse(Refusal.AGENT_NOT_FREE);
            return false;
        }
        if (!site.hasRoomForEffect()) {
            site.refuse(Refusal.EFFECTS_FULL);
            return false;
        }
        return true;
    }

    void transferToQueue(Command.TransferToQueue command) {
        Optional<Contact> found = lookups.talkingWithCaller(command.contact());
        Optional<QueueDefinition> queue = found.flatMap(contact -> lookups.queueFor(contact, command.queue()));
        if (queue.isEmpty()) {
            return;
        }
        if (overflowing.isFull(command.queue())) {
            site.refuse(Refusal.QUEUE_FULL);
            return;
        }
        Contact contact = found.orElseThrow();
        Agent agent = site.agentOf(contact);
        takeFromAgent(contact, command.queue(), 0);
        contacts.enterQueue(contact, command.queue());
        contacts.enterWaiting(contact);
        passingOver.begin(contact, agent);
        matching.placeContact(contact);
        matching.placeAgent(agent);
    }

    void transferToAgent(Command.TransferToAgent command) {
        Optional<Contact> found = lookups.talkingWithCaller(command.contact());
        Optional<Agent> target = found.flatMap(contact -> lookups.agent(command.agent()));
        if (target.isEmpty()) {
            return;
        }
        Contact contact = found.orElseThrow();
        boolean isFree = !contact.isWith(command.agent()) && agents.isFree(target.get(), contact.kind.channel());
        if (mayOffer(isFree)) {
            Agent agent = site.agentOf(contact);
            takeFromAgent(contact, contact.queue, command.agent().value());
            contacts.enterQueue(contact, contact.queue);
            passingOver.begin(contact, agent);
            contacts.offer(contact, target.get(), RuleId.TRANSFERRED, 0);
            matching.placeAgent(agent);
        }
    }

    void takeOver(Command.TakeOver command) {
        Optional<Contact> found = lookups.talkingWithCaller(command.contact());
        Optional<Agent> taker = found.flatMap(contact -> lookups.signedIn(command.agent()));
        if (taker.isEmpty()) {
            return;
        }
        Contact contact = found.orElseThrow();
        Agent agent = taker.get();
        Optional<Contact> internal = contact.kind.channel() == Channel.VOICE
                ? agent.talks.stream().filter(Contact::isInternal).findFirst()
                : Optional.empty();
        if (contact.isWith(agent.id())) {
            site.refuse(Refusal.SAME_AGENT);
        } else if (mayOffer(isOpen(agent, contact.kind.channel(), internal))) {
            Agent former = site.agentOf(contact);
            takeFromAgent(contact, contact.queue, agent.id().value());
            internal.ifPresent(talk -> {
                contacts.leaveAgent(talk);
                contacts.end(talk, ContactOutcome.ANSWERED);
            });
            keepingNotReady(agent, () -> contacts.talkAtOnce(contact, agent));
            matching.placeAgent(former);
            matching.placeAgent(agent);
        }
    }

    /// Whether the agent, ready or not, rings for nothing and has room, once an internal call is over.
    private boolean isOpen(Agent agent, Channel channel, Optional<Contact> internal) {
        Optional<AgentId> with = internal.flatMap(talk -> talk.agent);
        internal.ifPresent(talk -> talk.agent = Optional.empty());
        boolean isOpen = site.ringingAt(agent.id()).isEmpty() && agents.hasRoom(agent, channel);
        internal.ifPresent(talk -> talk.agent = with);
        return isOpen;
    }

    void callAgent(Command.CallAgent call) {
        if (lookups.queue(call.queue(), call.client(), Channel.VOICE).isEmpty()) {
            return;
        }
        if (site.isKnown(call.contact())) {
            site.refuse(Refusal.DUPLICATE_CONTACT);
            return;
        }
        if (call.precursor() != 0
                && lookups.contact(new ContactId(call.precursor())).isEmpty()) {
            return;
        }
        lookups.signedIn(call.agent()).ifPresent(agent -> {
            if (!isOpen(agent, Channel.VOICE, Optional.empty())) {
                site.refuse(Refusal.AGENT_NOT_FREE);
            } else if (site.contacts.size() >= site.limits.contacts()) {
                site.refuse(Refusal.CONTACTS_FULL);
            } else if (!site.hasRoomForContactAndLeg()) {
                site.refuse(Refusal.EFFECTS_FULL);
            } else {
                ring(call, agent);
            }
        });
    }

    private void ring(Command.CallAgent call, Agent agent) {
        Contact contact = new Contact(call.contact(), ContactKind.INTERNAL, 0, false, 0, call.queue());
        site.contacts.put(contact.id, contact);
        contact.arrived = site.now;
        contact.place = ++site.arrivals;
        contacts.enterQueue(contact, call.queue());
        site.tell(new Event.ContactQueued(
                contact.id,
                call.client(),
                call.queue(),
                contact.place,
                contact.kind,
                site.priorityOf(contact),
                call.precursor()));
        keepingNotReady(agent, () -> contacts.offer(contact, agent, RuleId.CALLED, 0));
    }

    /// An agent who takes a contact though not ready is not ready again afterwards.
    private void keepingNotReady(Agent agent, Runnable taking) {
        boolean wasNotReady = agent.state == AgentState.NOT_READY;
        ReasonCode reason = agent.reason;
        taking.run();
        if (wasNotReady) {
            agents.chooseNext(agent, AgentState.NOT_READY, reason);
        }
    }

    private void takeFromAgent(Contact contact, QueueId queue, int toAgent) {
        Agent agent = site.agentOf(contact);
        QueueId formerQueue = contact.queue;
        long offer = contact.offer;
        site.tell(new Event.ContactTransferred(contact.id, agent.id(), queue, toAgent));
        contacts.leaveAgent(contact);
        site.requestStop(offer);
        contacts.beginWrapUp(agent, contact.id, formerQueue, contact.kind.channel());
    }
}
