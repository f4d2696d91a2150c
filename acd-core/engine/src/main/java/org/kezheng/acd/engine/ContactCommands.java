package org.kezheng.acd.engine;

/// What happens to contacts.
final class ContactCommands {
    private final EngineState state;
    private final ContactStates contactStates;
    private final Matcher matcher;

    ContactCommands(EngineState state, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        this.contactStates = contactStates;
        this.matcher = matcher;
    }

    void arrive(ContactId contact, ClientId client, QueueId queueId) {
        Contacts contacts = state.contacts;
        int queue = state.plan.findQueue(queueId.value());
        if (queue == RoutingPlan.NONE) {
            state.refuse(Refusal.UNKNOWN_QUEUE);
        } else if (!state.plan.queue(queue).client().equals(client)) {
            state.refuse(Refusal.OTHER_CLIENT);
        } else if (contacts.find(contact.value()) != Contacts.NONE || state.ended.contains(contact.value())) {
            state.refuse(Refusal.DUPLICATE_CONTACT);
        } else if (contacts.isFull()) {
            state.refuse(Refusal.CONTACTS_FULL);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            int row = contacts.add(contact.value());
            contacts.queueId[row] = queueId.value();
            contacts.queue[row] = queue;
            contacts.waitsUntil[row] = state.now + state.timesOf(row).maxWaitMicros();
            state.emit(new Event.ContactQueued(contact, client, queueId, contacts.arrivalNumber[row]));
            contactStates.enterWaiting(row);
            matcher.placeContact(row);
        }
    }

    void leave(ContactId contact, LeaveCause cause) {
        int row = find(contact);
        if (row == Contacts.NONE) {
            return;
        }
        ContactOutcome outcome = switch (cause) {
            case CALLER_HUNG_UP -> ContactOutcome.ABANDONED;
            case PBX_LOST -> ContactOutcome.LOST;
            case REFUSED -> ContactOutcome.REFUSED;
        };
        int agent = state.contacts.agent[row];
        switch (state.contacts.stage[row]) {
            case ABSENT -> {}
            case WAITING -> contactStates.endWaiting(row, outcome);
            case RINGING -> {
                contactStates.endRinging(row, outcome);
                matcher.placeAgent(agent);
            }
            case TALKING -> {
                contactStates.endTalking(row);
                matcher.placeAgent(agent);
            }
        }
    }

    void hold(ContactId contact) {
        int row = findTalking(contact);
        if (row != Contacts.NONE && !state.contacts.isHeld[row]) {
            state.contacts.isHeld[row] = true;
            state.emit(new Event.ContactHeld(contact));
        }
    }

    void resume(ContactId contact) {
        int row = findTalking(contact);
        if (row != Contacts.NONE && state.contacts.isHeld[row]) {
            state.contacts.isHeld[row] = false;
            state.emit(new Event.ContactResumed(contact));
        }
    }

    /// The agent's leg is gone; the caller's is ended too.
    void endTalk(ContactId contact) {
        int row = findTalking(contact);
        if (row == Contacts.NONE) {
            return;
        }
        int agent = state.contacts.agent[row];
        contactStates.endTalking(row);
        state.request(new Effect.Disconnect(contact));
        matcher.placeAgent(agent);
    }

    void renewTalk(ContactId contact) {
        int row = findTalking(contact);
        if (row != Contacts.NONE) {
            contactStates.renew(row);
        }
    }

    private int findTalking(ContactId contact) {
        int row = find(contact);
        if (row != Contacts.NONE && state.contacts.stage[row] != Contacts.Stage.TALKING) {
            state.refuse(Refusal.NOT_TALKING);
            return Contacts.NONE;
        }
        return row;
    }

    private int find(ContactId contact) {
        int row = state.contacts.find(contact.value());
        if (row == Contacts.NONE) {
            state.refuse(state.ended.contains(contact.value()) ? Refusal.CONTACT_ENDED : Refusal.UNKNOWN_CONTACT);
        }
        return row;
    }
}
