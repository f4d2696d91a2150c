package org.kezheng.reference;

import java.util.Optional;
import java.util.function.Consumer;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

/// What happens to contacts.
final class ContactWords {
    private final Site site;
    private final Lookups lookups;
    private final ContactChanges contacts;
    private final Matching matching;
    private final Overflowing overflowing;

    ContactWords(Site site, ContactChanges contacts, Matching matching, Overflowing overflowing) {
        this.site = site;
        this.lookups = new Lookups(site);
        this.contacts = contacts;
        this.matching = matching;
        this.overflowing = overflowing;
    }

    void arrive(Command.Arrive arrival) {
        Channel channel = arrival.kind().channel();
        if (lookups.queue(arrival.queue(), arrival.client(), channel).isEmpty()) {
            return;
        }
        if (site.isKnown(arrival.contact())) {
            site.refuse(Refusal.DUPLICATE_CONTACT);
        } else if (site.contacts.size() >= site.limits.contacts()) {
            site.refuse(Refusal.CONTACTS_FULL);
        } else if (!site.hasRoomForEffect()) {
            site.refuse(Refusal.EFFECTS_FULL);
        } else {
            admit(arrival);
        }
    }

    private void admit(Command.Arrive arrival) {
        Contact contact = new Contact(
                arrival.contact(),
                arrival.kind(),
                arrival.priority(),
                arrival.isVip(),
                arrival.token(),
                arrival.queue());
        site.contacts.put(contact.id, contact);
        long number = ++site.arrivals;
        contact.arrived = site.now;
        contact.place = number;
        contacts.enterQueue(contact, arrival.queue());
        long precursor = takeKeptPlace(contact);
        site.tell(new Event.ContactQueued(
                contact.id,
                arrival.client(),
                arrival.queue(),
                number,
                contact.kind,
                site.priorityOf(contact),
                precursor));
        if (!overflowing.isFull(contact.queue)) {
            takeWish(contact, arrival.wish());
        }
        overflowing.waitIn(contact);
        if (site.contacts.containsValue(contact) && contact.stands && contact.queue.equals(arrival.queue())) {
            contact.predicted = estimate(contact);
        }
    }

    private long takeKeptPlace(Contact contact) {
        KeptPlace kept = site.keptPlaces.get(contact.token);
        if (kept == null || !kept.queue().equals(contact.queue) || kept.until() < site.now) {
            return 0;
        }
        site.keptPlaces.remove(contact.token);
        contact.arrived = kept.arrived();
        contact.place = kept.place();
        return kept.contact().value();
    }

    private void takeWish(Contact contact, AgentWish wish) {
        QueueDefinition queue = site.queueOf(contact);
        switch (wish) {
            case AgentWish.Anyone() -> {}
            case AgentWish.LastAgent(var id) ->
                site.findAgent(id)
                        .filter(agent -> agent.state != AgentState.NOT_READY)
                        .ifPresent(agent -> takeWish(
                                contact, agent, RuleId.LAST_AGENT, queue.times().lastAgentMicros()));
            case AgentWish.NamedAgent(var id) ->
                site.findAgent(id)
                        .ifPresent(agent -> takeWish(
                                contact,
                                agent,
                                RuleId.NAMED_AGENT,
                                queue.times().namedAgentMicros()));
        }
    }

    private void takeWish(Contact contact, Agent agent, RuleId rule, long patience) {
        AgentId id = agent.id();
        long alreadyWait = site.contacts.values().stream()
                .filter(other -> other.stands && other.isFor(id))
                .count();
        boolean mayWait = patience > 0 && alreadyWait < site.limits.reservedPerAgent();
        if (!agent.isSignedOutOrWillBe() && (mayWait || matching.isThere(agent, contact))) {
            contact.wish = Optional.of(rule);
            contact.wishAgent = Optional.of(id);
            contact.wishUntil = site.now + patience;
        }
    }

    void leave(Command.Leave command) {
        Optional<Contact> found = command.cause() == LeaveCause.HANDED_OVER
                ? lookups.talking(command.contact())
                : lookups.contact(command.contact());
        found.ifPresent(contact -> {
            if (command.cause() == LeaveCause.CALLER_HUNG_UP) {
                overflowing.keepPlace(contact);
            }
            leave(contact, outcomeOf(command.cause()));
        });
    }

    private static ContactOutcome outcomeOf(LeaveCause cause) {
        return switch (cause) {
            case CALLER_HUNG_UP -> ContactOutcome.ABANDONED;
            case PBX_LOST -> ContactOutcome.LOST;
            case REFUSED -> ContactOutcome.REFUSED;
            case HANDED_OVER -> ContactOutcome.ANSWERED;
            case TOOK_VOICEMAIL -> ContactOutcome.VOICEMAIL;
        };
    }

    private void leave(Contact contact, ContactOutcome outcome) {
        switch (contact.stage) {
            case WAITING -> {
                contacts.leaveWaiting(contact);
                contacts.end(contact, outcome);
            }
            case RINGING -> {
                Agent agent = site.agentOf(contact);
                contacts.endRinging(contact, outcome);
                matching.placeAgent(agent);
            }
            case TALKING -> {
                Agent agent = site.agentOf(contact);
                contacts.endTalking(contact);
                matching.placeAgent(agent);
            }
        }
    }

    void takeCallback(Command.TakeCallback command) {
        lookups.waiting(command.contact()).ifPresent(contact -> {
            if (contact.kind.channel() != Channel.VOICE) {
                site.refuse(Refusal.OTHER_CHANNEL);
            } else if (site.isKnown(command.callback())) {
                site.refuse(Refusal.DUPLICATE_CONTACT);
            } else if (!site.hasRoomForEffect()) {
                site.refuse(Refusal.EFFECTS_FULL);
            } else {
                becomeCallback(contact, command.callback());
            }
        });
    }

    private void becomeCallback(Contact contact, ContactId callback) {
        ContactId call = contact.id;
        ContactOutcome outcome = contact.wasAnswered ? ContactOutcome.ANSWERED : ContactOutcome.CALLBACK;
        site.contacts.remove(call);
        contact.id = callback;
        contact.kind = ContactKind.CALLBACK;
        contact.token = 0;
        contact.wasAnswered = false;
        contact.predicted = Contact.UNKNOWN;
        site.contacts.put(callback, contact);
        site.tell(new Event.ContactEnded(call, outcome));
        site.remember(call);
        QueueDefinition queue = site.queueOf(contact);
        site.tell(new Event.ContactQueued(
                callback,
                queue.client(),
                queue.queue(),
                ++site.arrivals,
                ContactKind.CALLBACK,
                site.priorityOf(contact),
                call.value()));
        site.requestDivert(call, Diversion.CALLBACK);
    }

    void estimateWait(ContactId id) {
        lookups.waiting(id).ifPresent(contact -> {
            long error = site.figuresOf(contact.queue).error();
            site.tell(new Event.WaitEstimated(id, estimate(contact), error));
        });
    }

    private long estimate(Contact contact) {
        QueueFigures figures = site.figuresOf(contact.queue);
        long enteredLater = figures.entered - 1 - contact.ticket;
        long ahead = Math.max(0, site.waitingIn(contact.queue) - 1 - enteredLater);
        return figures.estimate(site.now, ahead);
    }

    void hold(ContactId id) {
        talking(id, contact -> {
            if (!contact.isHeld) {
                contact.isHeld = true;
                site.tell(new Event.ContactHeld(id));
            }
        });
    }

    void resume(ContactId id) {
        talking(id, contact -> {
            if (contact.isHeld) {
                contact.isHeld = false;
                site.tell(new Event.ContactResumed(id));
            }
        });
    }

    void endTalk(ContactId id) {
        talking(id, contact -> {
            Agent agent = site.agentOf(contact);
            contacts.endTalking(contact);
            site.requestDisconnect(id);
            matching.placeAgent(agent);
        });
    }

    void renewTalk(ContactId id) {
        talking(id, contacts::renew);
    }

    private void talking(ContactId id, Consumer<Contact> then) {
        Optional<Contact> contact = lookups.talking(id);
        contact.ifPresent(then);
    }
}
