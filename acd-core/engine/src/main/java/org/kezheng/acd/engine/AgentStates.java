package org.kezheng.acd.engine;

/// Moves agents from state to state, and out of the orders of the idle.
final class AgentStates {
    private final EngineState state;
    private final Agents agents;

    AgentStates(EngineState state) {
        this.state = state;
        agents = state.agents;
    }

    /// The channels, as bits, on which the agent may be offered a contact.
    int freeChannels(int row) {
        AgentState present = agents.state(row);
        boolean isOpen = present == AgentState.READY || present == AgentState.TALKING || present == AgentState.WRAP_UP;
        return isOpen && agents.next(row) == AgentState.READY ? state.plan.openChannels(row, agents.loads(row)) : 0;
    }

    boolean isHandling(int row) {
        return agents.loads(row) != 0;
    }

    /// Finds the state that follows from what the agent handles; without anything, the one chosen as next.
    void refresh(int row) {
        if (agents.ringing(row) != Contacts.NONE) {
            handle(row, AgentState.RINGING, state.contacts.id(agents.ringing(row)));
        } else if (agents.lastTalk(row) != Contacts.NONE) {
            handle(row, AgentState.TALKING, state.contacts.id(agents.lastTalk(row)));
        } else if (agents.lastWrapUp(row) != WrapUps.NONE) {
            handle(row, AgentState.WRAP_UP, state.wrapUps.contact[agents.lastWrapUp(row)]);
        } else {
            AgentState next = agents.next(row);
            ReasonCode reason = agents.nextReason(row);
            agents.setNext(row, AgentState.READY, ReasonCode.NONE);
            become(row, next, reason, 0);
        }
    }

    private void handle(int row, AgentState to, long contact) {
        if (agents.state(row) == to) {
            leaveShutChannels(row);
        } else {
            become(row, to, ReasonCode.NONE, contact);
        }
    }

    void become(int row, AgentState to, ReasonCode reason, long contact) {
        AgentState from = agents.state(row);
        if (to == AgentState.READY && from != AgentState.RINGING) {
            beginIdle(row);
        }
        agents.setState(row, to, reason, contact);
        state.events.agentStateChanged(agents.id(row), from, to, reason, contact);
        updateRest(row);
        leaveShutChannels(row);
    }

    /// The agent stands at the end of whatever order of idle numbers it stands in.
    private void beginIdle(int row) {
        leaveIdle(row, agents.idleChannels(row));
        boolean isUnlooked = state.unlooked.contains(row);
        if (isUnlooked) {
            state.unlooked.remove(row);
        }
        agents.beginIdle(row, state.now);
        if (isUnlooked) {
            state.unlooked.insert(0, row, agents.idleNumber(row), 0);
        }
    }

    /// Not ready, whatever was chosen; an agent who still handles something, afterwards.
    void stop(int row, ReasonCode reason) {
        if (isHandling(row)) {
            chooseNext(row, AgentState.NOT_READY, reason);
            refresh(row);
        } else {
            agents.setNext(row, AgentState.READY, ReasonCode.NONE);
            become(row, AgentState.NOT_READY, reason, 0);
        }
    }

    void chooseNext(int row, AgentState next, ReasonCode reason) {
        if (agents.next(row) != next || !agents.nextReason(row).equals(reason)) {
            agents.setNext(row, next, reason);
            state.events.nextStateChosen(agents.id(row), next, reason);
            updateRest(row);
            leaveShutChannels(row);
        }
    }

    /// Ends a wrap-up; the agent's state is for the caller to refresh.
    void endWrapUp(int wrapUp, DispositionCode disposition) {
        WrapUps wrapUps = state.wrapUps;
        int agent = wrapUps.agent[wrapUp];
        state.events.wrapUpEnded(agents.id(agent), wrapUps.contact[wrapUp], disposition);
        state.deadlines.clear(Deadlines.Kind.WRAP_UP, wrapUp);
        agents.changeLoad(agent, wrapUps.channel[wrapUp], -1);
        wrapUps.remove(wrapUp);
    }

    /// Whether in each queue that the agent serves first one more may rest.
    boolean mayRest(int row) {
        RoutingPlan plan = state.plan;
        for (int member = plan.firstMembership(row); member < plan.endOfMemberships(row); member++) {
            int group = plan.groupOf(member);
            if (plan.restLimit(group) > 0 && plan.resting()[group] >= plan.restLimit(group)) {
                return false;
            }
        }
        return true;
    }

    /// Under a new plan, in which nobody rests yet.
    void countRest(int row) {
        agents.setRests(row, false);
        updateRest(row);
    }

    private void updateRest(int row) {
        boolean rests = isResting(row);
        if (rests == agents.rests(row)) {
            return;
        }
        agents.setRests(row, rests);
        RoutingPlan plan = state.plan;
        for (int member = plan.firstMembership(row); member < plan.endOfMemberships(row); member++) {
            plan.resting()[plan.groupOf(member)] += rests ? 1 : -1;
        }
    }

    private boolean isResting(int row) {
        if (agents.state(row) == AgentState.NOT_READY) {
            return state.plan.isRest(agents.reason(row));
        }
        return agents.next(row) == AgentState.NOT_READY && state.plan.isRest(agents.nextReason(row));
    }

    void enterIdle(int row, int channels) {
        RoutingPlan plan = state.plan;
        int entered = channels & ~agents.idleChannels(row);
        agents.setIdleChannels(row, channels | agents.idleChannels(row));
        for (int left = entered; left != 0; left &= left - 1) {
            int channel = Integer.numberOfTrailingZeros(left);
            int end = plan.endOfMemberships(row, channel);
            for (int member = plan.firstMembership(row, channel); member < end; member++) {
                plan.idle().insert(plan.groupOf(member), member, plan.rankOf(member), agents.idleNumber(row));
            }
        }
    }

    void leaveIdle(int row, int channels) {
        RoutingPlan plan = state.plan;
        agents.setIdleChannels(row, agents.idleChannels(row) & ~channels);
        for (int left = channels; left != 0; left &= left - 1) {
            int channel = Integer.numberOfTrailingZeros(left);
            int end = plan.endOfMemberships(row, channel);
            for (int member = plan.firstMembership(row, channel); member < end; member++) {
                plan.idle().remove(member);
            }
        }
    }

    /// In no order of idle numbers any more, and not to be looked at.
    void leaveLook(int row) {
        leaveIdle(row, agents.idleChannels(row));
        if (state.unlooked.contains(row)) {
            state.unlooked.remove(row);
        }
    }

    private void leaveShutChannels(int row) {
        int idle = agents.idleChannels(row);
        boolean isUnlooked = state.unlooked.contains(row);
        if (idle == 0 && !isUnlooked) {
            return;
        }
        int free = freeChannels(row);
        if ((idle & ~free) != 0) {
            leaveIdle(row, idle & ~free);
        }
        if (isUnlooked && free == 0) {
            state.unlooked.remove(row);
        }
    }
}
