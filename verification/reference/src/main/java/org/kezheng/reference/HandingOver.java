package org.kezheng.reference;

import java.util.Optional;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Command;
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
        boolean isFree = site.ringingAt(agent.id()).isEmpty()
                && agents.hasRoom(agent, contact.orElseThrow().kind.channel());
        if (mayOffer(isFree)) {
            boolean wasNotReady = agent.state == AgentState.NOT_READY;
            ReasonCode reason = agent.reason;
            matching.offer(contact.orElseThrow(), agent, RuleId.PULLED, 0);
            if (wasNotReady) {
                agents.chooseNext(agent, AgentState.NOT_READY, reason);
            }
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
        Optional<Contact> found = lookups.talking(command.contact());
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
        contacts.enterWaiting(contact);
        passingOver.begin(contact, agent);
        matching.placeContact(contact);
        matching.placeAgent(agent);
    }

    void transferToAgent(Command.TransferToAgent command) {
        Optional<Contact> found = lookups.talking(command.contact());
        Optional<Agent> target = found.flatMap(contact -> lookups.agent(command.agent()));
        if (target.isEmpty()) {
            return;
        }
        Contact contact = found.orElseThrow();
        boolean isFree = !contact.isWith(command.agent()) && agents.isFree(target.get(), contact.kind.channel());
        if (mayOffer(isFree)) {
            Agent agent = site.agentOf(contact);
            takeFromAgent(contact, contact.queue, command.agent().value());
            passingOver.begin(contact, agent);
            contacts.offer(contact, target.get(), RuleId.TRANSFERRED, 0);
            matching.placeAgent(agent);
        }
    }

    private void takeFromAgent(Contact contact, QueueId queue, int toAgent) {
        Agent agent = site.agentOf(contact);
        QueueId formerQueue = contact.queue;
        long offer = contact.offer;
        site.tell(new Event.ContactTransferred(contact.id, agent.id(), queue, toAgent));
        contacts.leaveAgent(contact);
        site.requestStop(offer);
        contacts.enterQueue(contact, queue);
        contacts.beginWrapUp(agent, contact.id, formerQueue, contact.kind.channel());
    }
}
