package org.kezheng.acd.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Puts a whole configuration in force while contacts wait. Those who wait keep their place and the time since when
/// they wait.
final class Reconfiguration {
    private final EngineState state;
    private final Contacts contacts;
    private final AgentStates agentStates;
    private final ContactStates contactStates;
    private final Matcher matcher;

    Reconfiguration(EngineState state, AgentStates agentStates, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        contacts = state.contacts;
        this.agentStates = agentStates;
        this.contactStates = contactStates;
        this.matcher = matcher;
    }

    void configure(Configuration configuration) {
        if (configuration.equals(state.configuration)) {
            return;
        }
        List<ConfigurationProblem> problems = ConfigurationCheck.problems(state, configuration);
        if (!problems.isEmpty()) {
            problems.forEach(state.events::configurationProblemFound);
            state.refuse(ConfigurationCheck.refusal(problems.getFirst()));
            return;
        }
        QueueTable former = state.plan.queues();
        leaveOrders();
        changeAgents(configuration);
        putInForce(configuration);
        state.events.configurationApplied(configuration.version());
        Map<Integer, Integer> successors = new HashMap<>();
        configuration
                .retirements()
                .forEach(retirement -> successors.put(
                        retirement.retired().value(), retirement.successor().value()));
        for (int row : rowsInOrder()) {
            resume(row, former.id(contacts.queue(row)), successors);
        }
        for (int row = 0; row < state.agents.rows(); row++) {
            if (state.agents.id(row) != 0) {
                agentStates.countRest(row);
            }
        }
        matcher.postponeAll();
    }

    /// Fills the orders of a state that was read: they follow from the rest.
    void restoreOrders() {
        for (int row : rowsInOrder()) {
            if (contacts.isWaiting(row)) {
                contactStates.standAgain(row);
            }
        }
        for (int row = 0; row < state.agents.rows(); row++) {
            int channels = state.agents.idleChannels(row);
            state.agents.setIdleChannels(row, 0);
            agentStates.enterIdle(row, channels);
            if (state.agents.rests(row)) {
                agentStates.countRest(row);
            }
        }
    }

    /// The orders go with the former plan.
    private void leaveOrders() {
        for (int row = 0; row < state.agents.rows(); row++) {
            state.agents.setIdleChannels(row, 0);
            if (state.unlooked.contains(row)) {
                state.unlooked.remove(row);
            }
        }
    }

    private void changeAgents(Configuration configuration) {
        Set<Integer> kept = new HashSet<>();
        configuration.agents().forEach(agent -> kept.add(agent.agent().value()));
        Agents agents = state.agents;
        for (int row = 0; row < agents.rows(); row++) {
            if (agents.id(row) != 0 && !kept.contains(agents.id(row))) {
                removePassOvers(row);
                agents.remove(row);
            }
        }
        for (int row = 0; row < contacts.rows(); row++) {
            boolean hasWish = contacts.stage(row) != Contacts.Stage.ABSENT && contacts.wish(row) != Contacts.Wish.NONE;
            if (hasWish && agents.id(contacts.wishAgent(row)) == 0) {
                contacts.endWish(row);
            }
        }
        for (AgentDefinition agent : configuration.agents()) {
            if (agents.find(agent.agent().value()) == Agents.NONE) {
                agents.add(agent.agent());
            }
        }
    }

    private void removePassOvers(int agent) {
        while (state.agents.passOver(agent) != PassOvers.NONE) {
            int passOver = state.agents.passOver(agent);
            state.deadlines.clear(Deadlines.Kind.PASS_OVER, passOver);
            state.passOvers.remove(passOver);
        }
    }

    private void putInForce(Configuration configuration) {
        QueueStatistics former = state.statistics;
        state.configuration = configuration;
        state.plan = new RoutingPlan(configuration, state.agents, state.limits);
        state.statistics = new QueueStatistics(state.plan.queues());
        state.statistics.carryOver(former, state.plan.queues());
    }

    /// By place numbers.
    private List<Integer> rowsInOrder() {
        return IntStream.range(0, contacts.rows())
                .filter(row -> contacts.stage(row) != Contacts.Stage.ABSENT)
                .boxed()
                .sorted(Comparator.comparingLong(contacts::place))
                .toList();
    }

    private void resume(int row, int formerQueueId, Map<Integer, Integer> successors) {
        QueueTable queues = state.plan.queues();
        int queue = queues.find(formerQueueId);
        if (queue == QueueTable.NONE) {
            int successor = successors.getOrDefault(formerQueueId, 0);
            state.events.contactMoved(contacts.id(row), formerQueueId, successor, MoveCause.QUEUE_RETIRED);
            contactStates.enterQueue(row, queues.find(successor));
            contacts.setPredicted(row, WaitEstimates.UNKNOWN);
        } else {
            contacts.setQueue(row, queue);
        }
        if (contacts.isWaiting(row)) {
            contactStates.enterWaiting(row);
        }
    }
}
