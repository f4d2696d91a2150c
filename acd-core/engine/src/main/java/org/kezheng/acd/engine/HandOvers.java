package org.kezheng.acd.engine;

/// What people decide instead of the engine: moves, assignments, pulls and transfers.
final class HandOvers {
    private final EngineState state;
    private final Contacts contacts;
    private final Lookups lookups;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;
    private final Overflows overflows;
    private final PassingOver passingOver;

    HandOvers(
            EngineState state,
            AgentStates agentStates,
            ContactStates contactStates,
            Matcher matcher,
            Overflows overflows,
            PassingOver passingOver) {
        this.state = state;
        contacts = state.contacts;
        lookups = new Lookups(state);
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
        this.overflows = overflows;
        this.passingOver = passingOver;
    }

    void move(ContactId contact, QueueId queueId) {
        int row = lookups.waiting(contact);
        int queue = row == Lookups.NONE ? Lookups.NONE : lookups.queueFor(row, queueId);
        if (queue == Lookups.NONE || queue == contacts.queue(row)) {
            return;
        }
        if (overflows.isFull(queue)) {
            state.refuse(Refusal.QUEUE_FULL);
            return;
        }
        contactStates.leaveWaiting(row);
        overflows.move(row, queue, MoveCause.SUPERVISOR);
        overflows.waitIn(row);
    }

    void assign(ContactId contact, AgentId agentId) {
        int row = lookups.waiting(contact);
        int agent = row == Lookups.NONE ? Lookups.NONE : lookups.agent(agentId);
        if (agent == Lookups.NONE) {
            return;
        }
        if (!matcher.isFree(agent, row)) {
            state.refuse(Refusal.AGENT_NOT_FREE);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            matcher.offerWaiting(row, agent, RuleId.ASSIGNED, 0);
        }
    }

    void pull(ContactId contact, AgentId agentId) {
        int row = lookups.waiting(contact);
        int agent = row == Lookups.NONE ? Lookups.NONE : lookups.signedIn(agentId);
        if (agent == Lookups.NONE) {
            return;
        }
        if (!isOpen(agent, contacts.kind(row).channel())) {
            state.refuse(Refusal.AGENT_NOT_FREE);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            boolean wasNotReady = state.agents.state(agent) == AgentState.NOT_READY;
            ReasonCode reason = state.agents.reason(agent);
            matcher.offerWaiting(row, agent, RuleId.PULLED, 0);
            remainNotReady(agent, wasNotReady, reason);
        }
    }

    void transferToQueue(ContactId contact, QueueId queueId) {
        int row = lookups.talkingWithCaller(contact);
        int queue = row == Lookups.NONE ? Lookups.NONE : lookups.queueFor(row, queueId);
        if (queue == Lookups.NONE) {
            return;
        }
        if (overflows.isFull(queue)) {
            state.refuse(Refusal.QUEUE_FULL);
            return;
        }
        int agent = contacts.agent(row);
        takeFromAgent(row, queue, 0);
        contactStates.enterQueue(row, queue);
        contactStates.enterWaiting(row);
        passingOver.begin(row, agent);
        matcher.placeContact(row);
        matcher.placeAgent(agent);
    }

    void transferToAgent(ContactId contact, AgentId agentId) {
        int row = lookups.talkingWithCaller(contact);
        int target = row == Lookups.NONE ? Lookups.NONE : lookups.agent(agentId);
        if (target == Lookups.NONE) {
            return;
        }
        if (target == contacts.agent(row) || !matcher.isFree(target, row)) {
            state.refuse(Refusal.AGENT_NOT_FREE);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            int agent = contacts.agent(row);
            takeFromAgent(row, contacts.queue(row), agentId.value());
            contactStates.enterQueue(row, contacts.queue(row));
            passingOver.begin(row, agent);
            matcher.witness(row, target, RuleId.TRANSFERRED, 0);
            contactStates.offer(row, target, RuleId.TRANSFERRED, 0);
            matcher.placeAgent(agent);
        }
    }

    /// Who took a contact though not ready, is so again afterwards.
    private void remainNotReady(int agent, boolean wasNotReady, ReasonCode reason) {
        if (wasNotReady) {
            agentStates.chooseNext(agent, AgentState.NOT_READY, reason);
        }
    }

    void takeOver(ContactId contact, AgentId agentId) {
        int row = lookups.talkingWithCaller(contact);
        int agent = row == Lookups.NONE ? Lookups.NONE : lookups.signedIn(agentId);
        if (agent == Lookups.NONE) {
            return;
        }
        int internal = state.channelOf(row) == Channel.VOICE.ordinal() ? internalTalk(agent) : Contacts.NONE;
        if (agent == contacts.agent(row)) {
            state.refuse(Refusal.SAME_AGENT);
        } else if (!mayGoOver(agent, row, internal)) {
            state.refuse(Refusal.AGENT_NOT_FREE);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            goOver(row, agent, internal);
        }
    }

    /// The internal call that ends with it takes no room.
    private boolean mayGoOver(int agent, int row, int internal) {
        Channel channel = contacts.kind(row).channel();
        int loads = state.agents.loads(agent);
        int left = internal == Contacts.NONE ? loads : Agents.withLoad(loads, Channel.VOICE, -1);
        return state.agents.ringing(agent) == Contacts.NONE && hasRoom(agent, channel, left);
    }

    private void goOver(int row, int agent, int internal) {
        int former = contacts.agent(row);
        boolean wasNotReady = state.agents.state(agent) == AgentState.NOT_READY;
        ReasonCode reason = state.agents.reason(agent);
        takeFromAgent(row, contacts.queue(row), state.agents.id(agent));
        if (internal != Contacts.NONE) {
            contactStates.endForTakeOver(internal);
        }
        matcher.witness(row, agent, RuleId.TAKEN_OVER, 0);
        contactStates.talkAtOnce(row, agent);
        remainNotReady(agent, wasNotReady, reason);
        matcher.placeAgent(former);
        matcher.placeAgent(agent);
    }

    /// The internal call that the agent talks in; there is one at most, as nobody has two calls.
    private int internalTalk(int agent) {
        int talk = state.agents.firstTalk(agent);
        while (talk != Contacts.NONE && !contactStates.isInternal(talk)) {
            talk = contacts.talkAfter(talk);
        }
        return talk;
    }

    /// Whether the agent, ready or not, rings for nothing and has room on a channel.
    private boolean isOpen(int agent, Channel channel) {
        return state.agents.ringing(agent) == Contacts.NONE && hasRoom(agent, channel, state.agents.loads(agent));
    }

    private boolean hasRoom(int agent, Channel channel, int loads) {
        return (state.plan.openChannels(agent, loads) >>> channel.ordinal() & 1) != 0;
    }

    void callAgent(Command.CallAgent call) {
        int queue = lookups.queue(call.queue(), call.client(), Channel.VOICE);
        if (queue == Lookups.NONE) {
            return;
        }
        if (lookups.isKnown(call.contact().value())) {
            state.refuse(Refusal.DUPLICATE_CONTACT);
            return;
        }
        boolean hasPrecursor =
                call.precursor() == 0 || lookups.contact(new ContactId(call.precursor())) != Lookups.NONE;
        int agent = hasPrecursor ? lookups.signedIn(call.agent()) : Lookups.NONE;
        if (agent == Lookups.NONE) {
            return;
        }
        if (!isOpen(agent, Channel.VOICE)) {
            state.refuse(Refusal.AGENT_NOT_FREE);
        } else if (contacts.isFull()) {
            state.refuse(Refusal.CONTACTS_FULL);
        } else if (!state.hasRoomForContactAndLeg()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            ring(call, queue, agent);
        }
    }

    /// It never waits, so it stands in no order and counts in no figure of its queue.
    private void ring(Command.CallAgent call, int queue, int agent) {
        int row = contacts.add(call.contact().value(), ContactKind.INTERNAL, 0, false, 0);
        long number = contacts.nextArrival();
        contacts.setPlace(row, state.now, number);
        contactStates.enterQueue(row, queue);
        state.events.contactQueued(
                call.contact().value(),
                call.client().value(),
                call.queue().value(),
                number,
                ContactKind.INTERNAL,
                state.priorityOf(row),
                call.precursor());
        boolean wasNotReady = state.agents.state(agent) == AgentState.NOT_READY;
        ReasonCode reason = state.agents.reason(agent);
        matcher.witness(row, agent, RuleId.CALLED, 0);
        contactStates.offer(row, agent, RuleId.CALLED, 0);
        remainNotReady(agent, wasNotReady, reason);
    }

    /// The contact stands nowhere afterwards, in its new queue; the agent wraps up, or is as chosen.
    private void takeFromAgent(int row, int queue, int toAgent) {
        int agent = contacts.agent(row);
        int formerQueue = contacts.queue(row);
        long offer = contacts.offer(row);
        state.events.contactTransferred(
                contacts.id(row), state.agents.id(agent), state.plan.queues().id(queue), toAgent);
        contactStates.leaveTalking(row);
        state.requestStop(offer);
        contactStates.beginWrapUp(
                agent, contacts.id(row), formerQueue, contacts.kind(row).channel());
    }
}
