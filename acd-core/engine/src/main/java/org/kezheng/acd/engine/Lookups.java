package org.kezheng.acd.engine;

/// Finds what a command names, or refuses the command.
final class Lookups {
    static final int NONE = -1;

    private final EngineState state;

    Lookups(EngineState state) {
        this.state = state;
    }

    int agent(AgentId agent) {
        int row = state.agents.find(agent.value());
        return row == Agents.NONE ? refused(Refusal.UNKNOWN_AGENT) : row;
    }

    /// One who is signed in and stays so.
    int signedIn(AgentId agent) {
        int row = agent(agent);
        if (row == NONE) {
            return NONE;
        }
        if (state.agents.state(row) == AgentState.SIGNED_OUT) {
            return refused(Refusal.NOT_SIGNED_IN);
        }
        return state.agents.next(row) == AgentState.SIGNED_OUT ? refused(Refusal.SIGN_OUT_PENDING) : row;
    }

    int contact(ContactId contact) {
        int row = state.contacts.find(contact.value());
        if (row == Contacts.NONE) {
            boolean hasEnded = state.ended.contains(contact.value());
            return refused(hasEnded ? Refusal.CONTACT_ENDED : Refusal.UNKNOWN_CONTACT);
        }
        return row;
    }

    int waiting(ContactId contact) {
        int row = contact(contact);
        return row == NONE || state.contacts.isWaiting(row) ? row : refused(Refusal.NOT_WAITING);
    }

    int talking(ContactId contact) {
        int row = contact(contact);
        boolean talks = row == NONE || state.contacts.stage(row) == Contacts.Stage.TALKING;
        return talks ? row : refused(Refusal.NOT_TALKING);
    }

    /// A talk that may go from one agent to another.
    int talkingWithCaller(ContactId contact) {
        int row = talking(contact);
        boolean isInternal = row != NONE && state.contacts.kind(row) == ContactKind.INTERNAL;
        return isInternal ? refused(Refusal.INTERNAL_CONTACT) : row;
    }

    boolean isKnown(long contact) {
        return state.contacts.find(contact) != Contacts.NONE || state.ended.contains(contact);
    }

    /// The queue's place; one of a client and channel.
    int queue(QueueId queue, ClientId client, Channel channel) {
        int place = state.plan.queues().find(queue.value());
        if (place == QueueTable.NONE) {
            return refused(Refusal.UNKNOWN_QUEUE);
        }
        QueueDefinition definition = state.plan.queues().definition(place);
        if (!definition.client().equals(client)) {
            return refused(Refusal.OTHER_CLIENT);
        }
        return definition.channel() == channel ? place : refused(Refusal.OTHER_CHANNEL);
    }

    /// A queue into which a contact may go.
    int queueFor(int contactRow, QueueId queue) {
        return queue(
                queue,
                state.queueOf(contactRow).client(),
                state.contacts.kind(contactRow).channel());
    }

    private int refused(Refusal refusal) {
        state.refuse(refusal);
        return NONE;
    }
}
