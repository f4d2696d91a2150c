package org.kezheng.acd.engine;

import java.util.HashSet;
import java.util.Set;

/// Puts a whole configuration in force while contacts wait. Those who wait keep their place and their longest
/// wait; new times hold from a contact's next step on.
final class Reconfiguration {
    private final EngineState state;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;
    private final ConfigurationCheck check;

    Reconfiguration(EngineState state, AgentStates agentStates, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
        check = new ConfigurationCheck(state);
    }

    void configure(Configuration configuration) {
        if (configuration.equals(state.configuration)) {
            return;
        }
        Refusal refusal = check.refusal(configuration);
        if (refusal != null) {
            state.refuse(refusal);
            return;
        }
        state.configuration = configuration;
        removeAgents(configuration);
        for (AgentDefinition agent : configuration.agents()) {
            if (state.agents.find(agent.agent()) == Agents.NONE) {
                state.agents.add(agent.agent());
            }
        }
        state.plan = new RoutingPlan(configuration, state.agents, state.limits.contacts());
        state.emit(new Event.ConfigurationApplied(configuration.version()));
        resumeContacts();
        resumeAgents();
        matcher.placeAll();
    }

    private void removeAgents(Configuration configuration) {
        Set<Integer> kept = new HashSet<>();
        configuration.agents().forEach(agent -> kept.add(agent.agent().value()));
        Agents agents = state.agents;
        for (int row = 0; row < agents.rows(); row++) {
            if (agents.id[row] != 0 && !kept.contains(agents.id[row])) {
                removePassOvers(row);
                agents.remove(row);
            }
        }
    }

    private void removePassOvers(int agent) {
        for (int row = 0; row < state.contacts.rows(); row++) {
            if (state.contacts.stage[row] != Contacts.Stage.ABSENT) {
                int passOver = state.passOvers.find(row, agent);
                if (passOver != PassOvers.NONE) {
                    state.deadlines.clear(state.deadlines.ofPassOver(passOver));
                    state.passOvers.remove(passOver);
                }
            }
        }
    }

    private void resumeContacts() {
        Contacts contacts = state.contacts;
        for (int row = 0; row < contacts.rows(); row++) {
            if (contacts.stage[row] != Contacts.Stage.ABSENT) {
                contacts.queue[row] = state.plan.findQueue(contacts.queueId[row]);
            }
            if (contacts.stage[row] == Contacts.Stage.WAITING) {
                contactStates.enterWaiting(row);
            }
        }
    }

    private void resumeAgents() {
        for (int row = 0; row < state.agents.rows(); row++) {
            if (state.agents.state[row] == AgentState.READY) {
                agentStates.enterIdle(row);
            }
        }
    }
}
