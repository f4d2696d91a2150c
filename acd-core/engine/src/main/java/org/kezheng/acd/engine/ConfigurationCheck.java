package org.kezheng.acd.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a configuration can be put in force.
final class ConfigurationCheck {
    private final EngineState state;

    ConfigurationCheck(EngineState state) {
        this.state = state;
    }

    @Nullable
    Refusal refusal(Configuration configuration) {
        Configuration present = state.configuration;
        if (present != null && configuration.version() <= present.version()) {
            return Refusal.CONFIGURATION_NOT_NEWER;
        }
        if (configuration.agents().size() > state.limits.agents()
                || configuration.queues().size() > state.limits.queues()) {
            return Refusal.CONFIGURATION_TOO_LARGE;
        }
        if (!isConsistent(configuration)) {
            return Refusal.CONFIGURATION_INCONSISTENT;
        }
        if (leavesQueueInUse(configuration)) {
            return Refusal.QUEUE_IN_USE;
        }
        return leavesAgentInUse(configuration) ? Refusal.AGENT_IN_USE : null;
    }

    private static boolean isConsistent(Configuration configuration) {
        List<SkillId> skills =
                configuration.skills().stream().map(SkillDefinition::skill).toList();
        Set<SkillId> known = new HashSet<>(skills);
        return areDistinct(skills.stream())
                && areDistinct(configuration.skills().stream().map(SkillDefinition::code))
                && areDistinct(configuration.queues().stream().map(QueueDefinition::queue))
                && areDistinct(configuration.queues().stream().map(QueueDefinition::code))
                && areDistinct(configuration.agents().stream().map(AgentDefinition::agent))
                && configuration.queues().stream()
                        .map(queue -> queue.requirements().stream()
                                .map(SkillRequirement::skill)
                                .toList())
                        .allMatch(required -> areDistinct(required.stream()) && known.containsAll(required))
                && configuration.agents().stream()
                        .map(agent ->
                                agent.skills().stream().map(SkillLevel::skill).toList())
                        .allMatch(has -> areDistinct(has.stream()) && known.containsAll(has));
    }

    private static boolean areDistinct(Stream<?> values) {
        Set<Object> seen = new HashSet<>();
        return values.allMatch(seen::add);
    }

    private boolean leavesQueueInUse(Configuration configuration) {
        Set<List<Integer>> kept = new HashSet<>();
        configuration
                .queues()
                .forEach(queue ->
                        kept.add(List.of(queue.queue().value(), queue.client().value())));
        Contacts contacts = state.contacts;
        for (int row = 0; row < contacts.rows(); row++) {
            if (contacts.stage[row] != Contacts.Stage.ABSENT) {
                QueueDefinition queue = state.plan.queue(contacts.queue[row]);
                if (!kept.contains(List.of(queue.queue().value(), queue.client().value()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean leavesAgentInUse(Configuration configuration) {
        Set<Integer> kept = new HashSet<>();
        configuration.agents().forEach(agent -> kept.add(agent.agent().value()));
        Agents agents = state.agents;
        for (int row = 0; row < agents.rows(); row++) {
            if (agents.state[row] != AgentState.SIGNED_OUT && !kept.contains(agents.id[row])) {
                return true;
            }
        }
        return false;
    }
}
