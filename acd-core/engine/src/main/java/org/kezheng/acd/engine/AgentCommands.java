package org.kezheng.acd.engine;

/// What agents say of themselves.
final class AgentCommands {
    private final EngineState state;
    private final Agents agents;
    private final Lookups lookups;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;
    /// Whether a contact's wish was not ended yet.
    private final OrderedQueues.Acceptance holds;

    AgentCommands(EngineState state, AgentStates agentStates, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        agents = state.agents;
        lookups = new Lookups(state);
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
        holds = node -> state.contacts.wishUntil(RoutingPlan.contactOf(node)) != Long.MIN_VALUE;
    }

    void signIn(AgentId agent) {
        int row = lookups.agent(agent);
        if (row == Lookups.NONE) {
            return;
        }
        if (agents.state(row) == AgentState.SIGNED_OUT) {
            agents.setDeclines(row, 0);
            agentStates.become(row, AgentState.NOT_READY, ReasonCode.SIGNED_IN, 0);
        } else if (agents.next(row) == AgentState.SIGNED_OUT) {
            agentStates.chooseNext(row, AgentState.NOT_READY, ReasonCode.SIGNED_IN);
        }
    }

    void signOut(AgentId agent) {
        int row = lookups.agent(agent);
        if (row == Lookups.NONE || agents.state(row) == AgentState.SIGNED_OUT) {
            return;
        }
        if (!agentStates.isHandling(row)) {
            agentStates.become(row, AgentState.SIGNED_OUT, ReasonCode.NONE, 0);
            endWishes(row);
            return;
        }
        int contact = agents.ringing(row);
        if (contact != Contacts.NONE && contactStates.isInternal(contact)) {
            contactStates.endUnanswered(contact, OfferOutcome.WITHDRAWN);
        } else if (contact != Contacts.NONE) {
            contactStates.requeue(contact, OfferOutcome.WITHDRAWN);
        }
        while (agents.firstWrapUp(row) != WrapUps.NONE) {
            agentStates.endWrapUp(agents.firstWrapUp(row), DispositionCode.NONE);
        }
        if (agentStates.isHandling(row)) {
            agentStates.chooseNext(row, AgentState.SIGNED_OUT, ReasonCode.NONE);
            agentStates.refresh(row);
        } else {
            agents.setNext(row, AgentState.READY, ReasonCode.NONE);
            agentStates.become(row, AgentState.SIGNED_OUT, ReasonCode.NONE, 0);
        }
        endWishes(row);
        if (contact != Contacts.NONE) {
            matcher.placeContact(contact);
        }
    }

    /// Nobody waits for an agent who has gone: the next tick lets them go on.
    private void endWishes(int agent) {
        OrderedQueues waiting = state.plan.waiting();
        int wishes = state.plan.wishes(agent);
        int node = waiting.firstAccepted(wishes, holds);
        while (node != OrderedQueues.NONE) {
            int contact = RoutingPlan.contactOf(node);
            state.contacts.setWish(contact, state.contacts.wish(contact), agent, Long.MIN_VALUE);
            state.deadlines.set(Deadlines.Kind.WAITING, contact, state.now);
            node = waiting.firstAccepted(wishes, holds);
        }
    }

    void makeReady(AgentId agent) {
        int row = lookups.signedIn(agent);
        if (row == Lookups.NONE || agents.state(row) == AgentState.READY) {
            return;
        }
        if (agents.state(row) == AgentState.NOT_READY) {
            agents.setDeclines(row, 0);
            agentStates.become(row, AgentState.READY, ReasonCode.NONE, 0);
        } else {
            agentStates.chooseNext(row, AgentState.READY, ReasonCode.NONE);
        }
        matcher.placeAgent(row);
    }

    void makeNotReady(AgentId agent, ReasonCode reason) {
        int row = lookups.signedIn(agent);
        if (row == Lookups.NONE) {
            return;
        }
        if (state.plan.isRest(reason) && !agents.rests(row) && !agentStates.mayRest(row)) {
            state.refuse(Refusal.REST_FULL);
        } else if (agentStates.isHandling(row)) {
            agentStates.chooseNext(row, AgentState.NOT_READY, reason);
        } else if (agents.state(row) == AgentState.READY || !agents.reason(row).equals(reason)) {
            agentStates.become(row, AgentState.NOT_READY, reason, 0);
        }
    }

    void completeWrapUp(AgentId agent, ContactId contact, DispositionCode disposition) {
        int row = lookups.agent(agent);
        int wrapUp = row == Lookups.NONE ? WrapUps.NONE : findWrapUp(row, contact);
        if (wrapUp != WrapUps.NONE) {
            agentStates.endWrapUp(wrapUp, disposition);
            agentStates.refresh(row);
            matcher.placeAgent(row);
        }
    }

    void extendWrapUp(AgentId agent, ContactId contact) {
        int row = lookups.agent(agent);
        int wrapUp = row == Lookups.NONE ? WrapUps.NONE : findWrapUp(row, contact);
        if (wrapUp == WrapUps.NONE) {
            return;
        }
        if (state.wrapUps.extensionsLeft[wrapUp] == 0) {
            state.refuse(Refusal.NO_MORE_EXTENSIONS);
            return;
        }
        state.wrapUps.extensionsLeft[wrapUp]--;
        long at = state.deadlines.at(Deadlines.Kind.WRAP_UP, wrapUp);
        state.deadlines.set(Deadlines.Kind.WRAP_UP, wrapUp, at + state.wrapUps.extensionMicros[wrapUp]);
        state.events.wrapUpExtended(agent.value(), contact.value());
    }

    private int findWrapUp(int agent, ContactId contact) {
        int wrapUp = state.wrapUps.find(agent, contact.value());
        if (wrapUp == WrapUps.NONE) {
            state.refuse(Refusal.NOT_IN_WRAP_UP);
        }
        return wrapUp;
    }
}
