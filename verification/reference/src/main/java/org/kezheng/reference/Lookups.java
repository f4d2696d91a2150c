package org.kezheng.reference;

import java.util.Optional;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;

/// Finds what a command names, or refuses the command.
final class Lookups {
    private final Site site;

    Lookups(Site site) {
        this.site = site;
    }

    Optional<Agent> agent(AgentId id) {
        Optional<Agent> agent = site.findAgent(id);
        return agent.isPresent() ? agent : refused(Refusal.UNKNOWN_AGENT);
    }

    /// One who is signed in and stays so.
    Optional<Agent> signedIn(AgentId id) {
        Optional<Agent> agent = agent(id);
        if (agent.isPresent() && agent.get().state == AgentState.SIGNED_OUT) {
            return refused(Refusal.NOT_SIGNED_IN);
        }
        boolean isLeaving = agent.isPresent() && agent.get().next == AgentState.SIGNED_OUT;
        return isLeaving ? refused(Refusal.SIGN_OUT_PENDING) : agent;
    }

    Optional<Contact> contact(ContactId id) {
        Contact contact = site.contacts.get(id);
        if (contact == null) {
            return refused(site.hasEnded(id) ? Refusal.CONTACT_ENDED : Refusal.UNKNOWN_CONTACT);
        }
        return Optional.of(contact);
    }

    Optional<Contact> waiting(ContactId id) {
        Optional<Contact> contact = contact(id);
        boolean isOther = contact.isPresent() && !contact.get().isWaiting();
        return isOther ? refused(Refusal.NOT_WAITING) : contact;
    }

    Optional<Contact> talking(ContactId id) {
        Optional<Contact> contact = contact(id);
        boolean isOther = contact.isPresent() && contact.get().stage != Contact.Stage.TALKING;
        return isOther ? refused(Refusal.NOT_TALKING) : contact;
    }

    /// A talk that may go to another agent.
    Optional<Contact> talkingWithCaller(ContactId id) {
        Optional<Contact> contact = talking(id);
        boolean isInternal = contact.isPresent() && contact.get().isInternal();
        return isInternal ? refused(Refusal.INTERNAL_CONTACT) : contact;
    }

    Optional<QueueDefinition> queue(QueueId id, ClientId client, Channel channel) {
        Optional<QueueDefinition> queue = site.findQueue(id);
        if (queue.isEmpty()) {
            return refused(Refusal.UNKNOWN_QUEUE);
        }
        if (!queue.get().client().equals(client)) {
            return refused(Refusal.OTHER_CLIENT);
        }
        return queue.get().channel() == channel ? queue : refused(Refusal.OTHER_CHANNEL);
    }

    Optional<QueueDefinition> queueFor(Contact contact, QueueId id) {
        return queue(id, site.queueOf(contact).client(), contact.kind.channel());
    }

    private <T> Optional<T> refused(Refusal refusal) {
        site.refuse(refusal);
        return Optional.empty();
    }
}
