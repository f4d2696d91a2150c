package org.kezheng.acd.engine;

/// Moves contacts from state to state, and their agents along with them.
final class ContactStates {
    private final EngineState state;
    private final AgentStates agentStates;

    ContactStates(EngineState state, AgentStates agentStates) {
        this.state = state;
        this.agentStates = agentStates;
    }

    /// Puts a contact in its place among the waiting, and sets its longest wait.
    void enterWaiting(int row) {
        int group = state.plan.groupOfQueue(state.contacts.queue[row]);
        state.plan.waiting().insert(group, row, state.contacts.arrivalNumber[row]);
        state.deadlines.set(state.deadlines.ofContact(row), state.contacts.waitsUntil[row]);
    }

    void offer(int row, int agent, RuleId rule) {
        state.plan.waiting().remove(row);
        OfferId offer = new OfferId(state.contacts.openOffer(row, agent));
        ContactId contact = state.contactId(row);
        AgentId agentId = state.agents.idOf(agent);
        state.emit(new Event.OfferMade(offer, contact, agentId, rule, 1));
        agentStates.become(agent, AgentState.RINGING, ReasonCode.NONE, contact.value());
        state.contacts.ringEffect[row] = state.request(new Effect.Ring(offer, contact, agentId));
        setDeadline(row, state.timesOf(row).offerTimeoutMicros());
    }

    void answer(int row) {
        int agent = state.contacts.agent[row];
        emitOfferEnded(row, OfferOutcome.ANSWERED);
        state.contacts.stage[row] = Contacts.Stage.TALKING;
        state.emit(new Event.ContactAnswered(state.contactId(row), state.offerId(row), state.agents.idOf(agent)));
        agentStates.become(agent, AgentState.TALKING, ReasonCode.NONE, state.contacts.id[row]);
        settleRing(row);
        renew(row);
    }

    void renew(int row) {
        setDeadline(row, state.limits.talkLeaseMicros());
    }

    /// The offer ends unanswered and the contact waits again, at its old place. The agent is for the caller to
    /// move.
    void requeue(int row, OfferOutcome outcome) {
        OfferId offer = state.offerId(row);
        emitOfferEnded(row, outcome);
        settleRing(row);
        state.contacts.closeOffer(row);
        state.emit(new Event.ContactRequeued(state.contactId(row)));
        if (outcome == OfferOutcome.MISSED || outcome == OfferOutcome.WITHDRAWN) {
            state.request(new Effect.StopRinging(offer));
        }
        enterWaiting(row);
    }

    /// A waiting contact ends.
    void endWaiting(int row, ContactOutcome outcome) {
        state.plan.waiting().remove(row);
        remove(row, outcome);
    }

    /// A contact ends while it rings; its agent is free for the caller to place.
    void endRinging(int row, ContactOutcome outcome) {
        int agent = state.contacts.agent[row];
        OfferId offer = state.offerId(row);
        emitOfferEnded(row, OfferOutcome.WITHDRAWN);
        settleRing(row);
        state.contacts.closeOffer(row);
        remove(row, outcome);
        state.request(new Effect.StopRinging(offer));
        agentStates.becomeNext(agent);
    }

    /// A contact ends while it talks; its agent wraps up, or is free for the caller to place.
    void endTalking(int row) {
        int agent = state.contacts.agent[row];
        long contact = state.contacts.id[row];
        long wrapUp = state.timesOf(row).wrapUpLimitMicros();
        state.contacts.closeOffer(row);
        remove(row, ContactOutcome.ANSWERED);
        if (wrapUp == 0 || state.agents.next[agent] == AgentState.SIGNED_OUT) {
            agentStates.becomeNext(agent);
            return;
        }
        agentStates.become(agent, AgentState.WRAP_UP, ReasonCode.NONE, contact);
        state.deadlines.set(state.deadlines.ofAgent(agent), state.now + wrapUp);
    }

    private void remove(int row, ContactOutcome outcome) {
        while (state.contacts.passOver[row] != PassOvers.NONE) {
            int passOver = state.contacts.passOver[row];
            state.deadlines.clear(state.deadlines.ofPassOver(passOver));
            state.passOvers.remove(passOver);
        }
        state.deadlines.clear(state.deadlines.ofContact(row));
        state.emit(new Event.ContactEnded(state.contactId(row), outcome));
        state.ended.add(state.contacts.id[row]);
        state.contacts.remove(row);
    }

    private void emitOfferEnded(int row, OfferOutcome outcome) {
        AgentId agent = state.agents.idOf(state.contacts.agent[row]);
        state.emit(new Event.OfferEnded(state.offerId(row), state.contactId(row), agent, outcome));
    }

    /// An offer that has ended is not rung for any more, even by a host that comes back.
    private void settleRing(int row) {
        if (state.contacts.ringEffect[row] != 0) {
            state.settle(state.contacts.ringEffect[row]);
        }
    }

    private void setDeadline(int row, long micros) {
        state.deadlines.set(state.deadlines.ofContact(row), state.now + micros);
    }
}
