package org.kezheng.acd.engine;

/// What happens to contacts.
final class ContactCommands {
    private final EngineState state;
    private final Contacts contacts;
    private final Lookups lookups;
    private final ContactStates contactStates;
    private final Matcher matcher;
    private final Overflows overflows;

    ContactCommands(EngineState state, ContactStates contactStates, Matcher matcher, Overflows overflows) {
        this.state = state;
        contacts = state.contacts;
        lookups = new Lookups(state);
        this.contactStates = contactStates;
        this.matcher = matcher;
        this.overflows = overflows;
    }

    void arrive(Command.Arrive arrival) {
        int queue =
                lookups.queue(arrival.queue(), arrival.client(), arrival.kind().channel());
        if (queue == Lookups.NONE) {
            return;
        }
        if (lookups.isKnown(arrival.contact().value())) {
            state.refuse(Refusal.DUPLICATE_CONTACT);
        } else if (contacts.isFull()) {
            state.refuse(Refusal.CONTACTS_FULL);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            admit(arrival, queue);
        }
    }

    private void admit(Command.Arrive arrival, int queue) {
        int row = contacts.add(
                arrival.contact().value(), arrival.kind(), arrival.priority(), arrival.isVip(), arrival.token());
        long number = contacts.nextArrival();
        contacts.setPlace(row, state.now, number);
        contactStates.enterQueue(row, queue);
        long precursor = takeKeptPlace(row, arrival);
        state.events.contactQueued(
                arrival.contact().value(),
                arrival.client().value(),
                arrival.queue().value(),
                number,
                arrival.kind(),
                state.priorityOf(row),
                precursor);
        if (!overflows.isFull(queue)) {
            takeWish(row, arrival.wish());
        }
        overflows.waitIn(row);
        boolean waitsHere = contacts.find(arrival.contact().value()) == row
                && contacts.isWaiting(row)
                && contacts.queue(row) == queue;
        if (waitsHere) {
            contacts.setPredicted(row, estimate(row));
        }
    }

    private long takeKeptPlace(int row, Command.Arrive arrival) {
        KeptPlaces kept = state.keptPlaces;
        int at = arrival.token() == 0 ? KeptPlaces.NONE : kept.find(arrival.token());
        if (at == KeptPlaces.NONE || kept.queueId[at] != arrival.queue().value() || kept.until[at] < state.now) {
            return 0;
        }
        contacts.setPlace(row, kept.arrived[at], kept.place[at]);
        long precursor = kept.contact[at];
        kept.remove(at);
        return precursor;
    }

    private void takeWish(int row, AgentWish wish) {
        QueueTimes times = state.queueOf(row).times();
        switch (wish) {
            case AgentWish.Anyone() -> {}
            case AgentWish.LastAgent(var agent) ->
                takeWish(row, Contacts.Wish.LAST_AGENT, state.agents.find(agent.value()), times.lastAgentMicros());
            case AgentWish.NamedAgent(var agent) ->
                takeWish(row, Contacts.Wish.NAMED_AGENT, state.agents.find(agent.value()), times.namedAgentMicros());
        }
    }

    private void takeWish(int row, Contacts.Wish wish, int agent, long patience) {
        if (agent == Agents.NONE
                || state.agents.state(agent) == AgentState.SIGNED_OUT
                || state.agents.next(agent) == AgentState.SIGNED_OUT
                || (wish == Contacts.Wish.LAST_AGENT && state.agents.state(agent) == AgentState.NOT_READY)) {
            return;
        }
        int waiting = state.plan.waiting().size(state.plan.wishes(agent));
        boolean mayWait = patience > 0 && waiting < state.limits.reservedPerAgent();
        if (mayWait || matcher.isThere(agent, row)) {
            contacts.setWish(row, wish, agent, state.now + patience);
        }
    }

    void leave(ContactId contact, LeaveCause cause) {
        int row = cause == LeaveCause.HANDED_OVER ? lookups.talking(contact) : lookups.contact(contact);
        if (row == Lookups.NONE) {
            return;
        }
        ContactOutcome outcome = switch (cause) {
            case CALLER_HUNG_UP -> ContactOutcome.ABANDONED;
            case PBX_LOST -> ContactOutcome.LOST;
            case REFUSED -> ContactOutcome.REFUSED;
            case HANDED_OVER -> ContactOutcome.ANSWERED;
            case TOOK_VOICEMAIL -> ContactOutcome.VOICEMAIL;
        };
        if (cause == LeaveCause.CALLER_HUNG_UP) {
            overflows.keepPlace(row);
        }
        int agent = contacts.agent(row);
        switch (contacts.stage(row)) {
            case ABSENT -> {}
            case WAITING -> {
                contactStates.leaveWaiting(row);
                contactStates.end(row, outcome);
            }
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

    void takeCallback(ContactId contact, ContactId callback) {
        int row = lookups.waiting(contact);
        if (row == Lookups.NONE) {
            return;
        }
        if (contacts.kind(row).channel() != Channel.VOICE) {
            state.refuse(Refusal.OTHER_CHANNEL);
        } else if (lookups.isKnown(callback.value())) {
            state.refuse(Refusal.DUPLICATE_CONTACT);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            become(row, contact, callback);
        }
    }

    private void become(int row, ContactId contact, ContactId callback) {
        boolean wasAnswered = contacts.wasAnswered(row);
        contacts.rename(row, callback.value());
        state.events.contactEnded(contact.value(), wasAnswered ? ContactOutcome.ANSWERED : ContactOutcome.CALLBACK);
        state.ended.add(contact.value());
        QueueDefinition queue = state.queueOf(row);
        state.events.contactQueued(
                callback.value(),
                queue.client().value(),
                queue.queue().value(),
                contacts.nextArrival(),
                ContactKind.CALLBACK,
                state.priorityOf(row),
                contact.value());
        state.requestDivert(contact.value(), Diversion.CALLBACK);
    }

    void estimateWait(ContactId contact) {
        int row = lookups.waiting(contact);
        if (row != Lookups.NONE) {
            long error = state.statistics.estimates.error(contacts.queue(row));
            state.events.waitEstimated(contact.value(), estimate(row), error);
        }
    }

    private long estimate(int row) {
        int queue = contacts.queue(row);
        long behind = state.statistics.entered[queue] - 1 - contacts.ticket(row);
        int ahead = (int) Math.max(0, state.statistics.waiting[queue] - 1 - behind);
        return state.statistics.estimates.estimate(queue, state.now, ahead);
    }

    void hold(ContactId contact) {
        int row = lookups.talking(contact);
        if (row != Lookups.NONE && !contacts.isHeld(row)) {
            contacts.setHeld(row, true);
            state.events.contactHeld(contact.value());
        }
    }

    void resume(ContactId contact) {
        int row = lookups.talking(contact);
        if (row != Lookups.NONE && contacts.isHeld(row)) {
            contacts.setHeld(row, false);
            state.events.contactResumed(contact.value());
        }
    }

    /// The agent's leg is gone; the caller's is ended too.
    void endTalk(ContactId contact) {
        int row = lookups.talking(contact);
        if (row == Lookups.NONE) {
            return;
        }
        int agent = contacts.agent(row);
        contactStates.endTalking(row);
        state.requestDisconnect(contact.value());
        matcher.placeAgent(agent);
    }

    void renewTalk(ContactId contact) {
        int row = lookups.talking(contact);
        if (row != Lookups.NONE) {
            contactStates.renew(row);
        }
    }
}
