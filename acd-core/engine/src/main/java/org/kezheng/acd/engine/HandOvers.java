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
        boolean isOpen = state.agents.ringing(agent) == Contacts.NONE
                && (state.plan.openChannels(agent, state.agents.loads(agent)) >>> state.channelOf(row) & 1) != 0;
        if (!isOpen) {
            state.refuse(Refusal.AGENT_NOT_FREE);
        } else if (!state.hasRoomForEffect()) {
            state.refuse(Refusal.EFFECTS_FULL);
        } else {
            boolean wasNotReady = state.agents.state(agent) == AgentState.NOT_READY;
            ReasonCode reason = state.agents.reason(agent);
            matcher.offerWaiting(row, agent, RuleId.PULLED, 0);
            if (wasNotReady) {
                agentStates.chooseNext(agent, AgentState.NOT_READY, reason);
            }
        }
    }

    void transferToQueue(ContactId contact, QueueId queueId) {
        int row = lookups.talking(contact);
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
        contactStates.enterWaiting(row);
        passingOver.begin(row, agent);
        matcher.placeContact(row);
        matcher.placeAgent(agent);
    }

    void transferToAgent(ContactId contact, AgentId agentId) {
        int row = lookups.talking(contact);
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
            passingOver.begin(row, agent);
            matcher.witness(row, target, RuleId.TRANSFERRED, 0);
            contactStates.offer(row, target, RuleId.TRANSFERRED, 0);
            matcher.placeAgent(agent);
        }
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
        contactStates.enterQueue(row, queue);
        contactStates.beginWrapUp(
                agent, contacts.id(row), formerQueue, contacts.kind(row).channel());
    }
}
