package org.kezheng.acd.engine;

/// What agents say of themselves.
final class AgentCommands {
    private final EngineState state;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;

    AgentCommands(EngineState state, AgentStates agentStates, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
    }

    void signIn(AgentId agent) {
        int row = find(agent);
        if (row == Agents.NONE) {
            return;
        }
        if (state.agents.state[row] == AgentState.SIGNED_OUT) {
            agentStates.become(row, AgentState.NOT_READY, ReasonCode.SIGNED_IN, 0);
        } else if (isSigningOut(row)) {
            chooseNext(row, AgentState.NOT_READY, ReasonCode.SIGNED_IN);
        }
    }

    void signOut(AgentId agent) {
        int row = find(agent);
        if (row == Agents.NONE) {
            return;
        }
        switch (state.agents.state[row]) {
            case SIGNED_OUT -> {}
            case NOT_READY, READY -> agentStates.become(row, AgentState.SIGNED_OUT, ReasonCode.NONE, 0);
            case RINGING -> {
                int contact = state.contacts.find(state.agents.contact[row]);
                contactStates.requeue(contact, OfferOutcome.WITHDRAWN);
                agentStates.becomeInstead(row, AgentState.SIGNED_OUT, ReasonCode.NONE);
                matcher.placeContact(contact);
            }
            case TALKING -> chooseNext(row, AgentState.SIGNED_OUT, ReasonCode.NONE);
            case WRAP_UP -> {
                agentStates.endWrapUp(row, DispositionCode.NONE);
                agentStates.becomeInstead(row, AgentState.SIGNED_OUT, ReasonCode.NONE);
            }
        }
    }

    void makeReady(AgentId agent) {
        int row = findSignedIn(agent);
        if (row == Agents.NONE) {
            return;
        }
        switch (state.agents.state[row]) {
            case SIGNED_OUT, READY -> {}
            case NOT_READY -> {
                agentStates.become(row, AgentState.READY, ReasonCode.NONE, 0);
                matcher.placeAgent(row);
            }
            case RINGING, TALKING, WRAP_UP -> chooseNext(row, AgentState.READY, ReasonCode.NONE);
        }
    }

    void makeNotReady(AgentId agent, ReasonCode reason) {
        int row = findSignedIn(agent);
        if (row == Agents.NONE) {
            return;
        }
        switch (state.agents.state[row]) {
            case SIGNED_OUT -> {}
            case READY -> agentStates.become(row, AgentState.NOT_READY, reason, 0);
            case NOT_READY -> {
                if (!state.agents.reason[row].equals(reason)) {
                    agentStates.become(row, AgentState.NOT_READY, reason, 0);
                }
            }
            case RINGING, TALKING, WRAP_UP -> chooseNext(row, AgentState.NOT_READY, reason);
        }
    }

    void completeWrapUp(AgentId agent, ContactId contact, DispositionCode disposition) {
        int row = find(agent);
        if (row == Agents.NONE) {
            return;
        }
        if (state.agents.state[row] != AgentState.WRAP_UP || state.agents.contact[row] != contact.value()) {
            state.refuse(Refusal.NOT_IN_WRAP_UP);
            return;
        }
        agentStates.endWrapUp(row, disposition);
        agentStates.becomeNext(row);
        matcher.placeAgent(row);
    }

    private void chooseNext(int row, AgentState next, ReasonCode reason) {
        Agents agents = state.agents;
        if (agents.next[row] != next || !agents.nextReason[row].equals(reason)) {
            agents.chooseNext(row, next, reason);
            state.emit(new Event.NextStateChosen(agents.idOf(row), next, reason));
        }
    }

    private int findSignedIn(AgentId agent) {
        int row = find(agent);
        if (row == Agents.NONE) {
            return Agents.NONE;
        }
        if (state.agents.state[row] == AgentState.SIGNED_OUT) {
            state.refuse(Refusal.NOT_SIGNED_IN);
            return Agents.NONE;
        }
        if (isSigningOut(row)) {
            state.refuse(Refusal.SIGN_OUT_PENDING);
            return Agents.NONE;
        }
        return row;
    }

    private boolean isSigningOut(int row) {
        return state.agents.next[row] == AgentState.SIGNED_OUT;
    }

    private int find(AgentId agent) {
        int row = state.agents.find(agent);
        if (row == Agents.NONE) {
            state.refuse(Refusal.UNKNOWN_AGENT);
        }
        return row;
    }
}
