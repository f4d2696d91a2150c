package org.kezheng.acd.engine;

/// Moves agents from state to state, and in and out of the orders of the free.
final class AgentStates {
    private final EngineState state;

    AgentStates(EngineState state) {
        this.state = state;
    }

    void become(int row, AgentState to, ReasonCode reason, long contact) {
        Agents agents = state.agents;
        AgentState from = agents.state[row];
        if (from == AgentState.READY) {
            leaveIdle(row);
        }
        if (from == AgentState.WRAP_UP) {
            state.deadlines.clear(state.deadlines.ofAgent(row));
        }
        agents.state[row] = to;
        agents.reason[row] = reason;
        agents.contact[row] = contact;
        if (to == AgentState.READY) {
            if (from != AgentState.RINGING) {
                agents.beginIdle(row, state.now);
            }
            enterIdle(row);
        }
        state.emit(new Event.AgentStateChanged(agents.idOf(row), from, to, reason, contact));
    }

    /// To the state chosen for after the contact.
    void becomeNext(int row) {
        AgentState next = state.agents.next[row];
        ReasonCode reason = state.agents.nextReason[row];
        state.agents.chooseNext(row, AgentState.READY, ReasonCode.NONE);
        become(row, next, reason, 0);
    }

    /// To a state that overrides the chosen one.
    void becomeInstead(int row, AgentState to, ReasonCode reason) {
        state.agents.chooseNext(row, AgentState.READY, ReasonCode.NONE);
        become(row, to, reason, 0);
    }

    void endWrapUp(int row, DispositionCode disposition) {
        ContactId contact = new ContactId(state.agents.contact[row]);
        state.emit(new Event.WrapUpEnded(state.agents.idOf(row), contact, disposition));
    }

    void enterIdle(int row) {
        RoutingPlan plan = state.plan;
        for (int member = plan.firstMembership(row); member < plan.endOfMemberships(row); member++) {
            plan.idle().insert(plan.groupOf(member), member, state.agents.idleNumber[row]);
        }
    }

    private void leaveIdle(int row) {
        RoutingPlan plan = state.plan;
        for (int member = plan.firstMembership(row); member < plan.endOfMemberships(row); member++) {
            plan.idle().remove(member);
        }
    }
}
