package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kezheng.acd.engine.ConfigurationProblem.Kind;

/// Finds everything that is wrong with a configuration, in the order of its parts.
final class ConfigurationCheck {
    private final EngineState state;
    private final Configuration configuration;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Map<QueueId, QueueDefinition> queues = new LinkedHashMap<>();
    private final Set<SkillId> skills = new HashSet<>();

    private ConfigurationCheck(EngineState state, Configuration configuration) {
        this.state = state;
        this.configuration = configuration;
    }

    static List<ConfigurationProblem> problems(EngineState state, Configuration configuration) {
        ConfigurationCheck check = new ConfigurationCheck(state, configuration);
        check.checkVersionAndSizes();
        check.checkSkills();
        configuration.queues().forEach(queue -> check.queues.putIfAbsent(queue.queue(), queue));
        check.checkQueues();
        check.checkAgents();
        check.checkCircles();
        check.checkRetirements();
        check.checkQueuesInUse();
        check.checkAgentsInUse();
        check.checkMemberships();
        return List.copyOf(check.problems);
    }

    static Refusal refusal(ConfigurationProblem problem) {
        return switch (problem.kind()) {
            case NOT_NEWER -> Refusal.CONFIGURATION_NOT_NEWER;
            case TOO_MANY_SKILLS, TOO_MANY_QUEUES, TOO_MANY_AGENTS, TOO_MANY_MEMBERSHIPS ->
                Refusal.CONFIGURATION_TOO_LARGE;
            case QUEUE_IN_USE -> Refusal.QUEUE_IN_USE;
            case AGENT_IN_USE -> Refusal.AGENT_IN_USE;
            case SKILL_TWICE,
                    SKILL_CODE_TWICE,
                    QUEUE_TWICE,
                    QUEUE_CODE_TWICE,
                    AGENT_TWICE,
                    QUEUE_SKILL_UNKNOWN,
                    QUEUE_SKILL_TWICE,
                    AGENT_SKILL_UNKNOWN,
                    AGENT_SKILL_TWICE,
                    RINGS_NOT_ASCENDING,
                    RING_ADDS_NOBODY,
                    OVERFLOW_UNKNOWN,
                    OVERFLOW_ELSEWHERE,
                    OVERFLOW_CIRCLE,
                    RETIREMENT_WRONG,
                    RETIRED_TWICE -> Refusal.CONFIGURATION_INCONSISTENT;
        };
    }

    private void found(Kind kind, long subject, long other) {
        problems.add(new ConfigurationProblem(kind, subject, other));
    }

    private void checkVersionAndSizes() {
        Configuration present = state.configuration;
        if (present != null && configuration.version() <= present.version()) {
            found(Kind.NOT_NEWER, configuration.version(), present.version());
        }
        Limits limits = state.limits;
        if (configuration.skills().size() > limits.skills()) {
            found(Kind.TOO_MANY_SKILLS, 0, limits.skills());
        }
        if (configuration.queues().size() > limits.queues()) {
            found(Kind.TOO_MANY_QUEUES, 0, limits.queues());
        }
        if (configuration.agents().size() > limits.agents()) {
            found(Kind.TOO_MANY_AGENTS, 0, limits.agents());
        }
    }

    private void checkSkills() {
        Map<String, SkillId> codes = new HashMap<>();
        for (SkillDefinition skill : configuration.skills()) {
            if (!skills.add(skill.skill())) {
                found(Kind.SKILL_TWICE, skill.skill().value(), 0);
            }
            SkillId first = codes.putIfAbsent(skill.code(), skill.skill());
            if (first != null) {
                found(Kind.SKILL_CODE_TWICE, skill.skill().value(), first.value());
            }
        }
    }

    private void checkQueues() {
        Set<QueueId> ids = new HashSet<>();
        Map<String, QueueId> codes = new HashMap<>();
        for (QueueDefinition queue : configuration.queues()) {
            int id = queue.queue().value();
            if (!ids.add(queue.queue())) {
                found(Kind.QUEUE_TWICE, id, 0);
            }
            QueueId first = codes.putIfAbsent(queue.code(), queue.queue());
            if (first != null) {
                found(Kind.QUEUE_CODE_TWICE, id, first.value());
            }
            checkRings(queue);
            checkOverflow(queue, queue.bounds().whenFull());
            checkOverflow(queue, queue.bounds().whenWaitedTooLong());
        }
    }

    private void checkRings(QueueDefinition queue) {
        int id = queue.queue().value();
        List<Set<SkillRequirement>> earlier = new ArrayList<>();
        long before = -1;
        for (int ring = 1; ring <= queue.rings().size(); ring++) {
            Ring definition = queue.rings().get(ring - 1);
            boolean isFirst = ring == 1;
            if (isFirst ? definition.afterMicros() != 0 : definition.afterMicros() <= before) {
                found(Kind.RINGS_NOT_ASCENDING, id, ring);
            }
            before = definition.afterMicros();
            Set<SkillId> required = new HashSet<>();
            for (SkillRequirement requirement : definition.requirements()) {
                if (!skills.contains(requirement.skill())) {
                    found(Kind.QUEUE_SKILL_UNKNOWN, id, requirement.skill().value());
                }
                if (!required.add(requirement.skill())) {
                    found(Kind.QUEUE_SKILL_TWICE, id, requirement.skill().value());
                }
            }
            Set<SkillRequirement> asked = new HashSet<>(definition.requirements());
            if (earlier.contains(asked)) {
                found(Kind.RING_ADDS_NOBODY, id, ring);
            }
            earlier.add(asked);
        }
    }

    private void checkOverflow(QueueDefinition queue, Overflow overflow) {
        if (overflow instanceof Overflow.ToQueue(var targetId)) {
            QueueDefinition target = queues.get(targetId);
            if (target == null) {
                found(Kind.OVERFLOW_UNKNOWN, queue.queue().value(), targetId.value());
            } else if (!areInterchangeable(queue, target)) {
                found(Kind.OVERFLOW_ELSEWHERE, queue.queue().value(), targetId.value());
            }
        }
    }

    private static boolean areInterchangeable(QueueDefinition queue, QueueDefinition other) {
        return queue.client().equals(other.client()) && queue.channel() == other.channel();
    }

    private void checkAgents() {
        Set<AgentId> ids = new HashSet<>();
        for (AgentDefinition agent : configuration.agents()) {
            int id = agent.agent().value();
            if (!ids.add(agent.agent())) {
                found(Kind.AGENT_TWICE, id, 0);
            }
            Set<SkillId> had = new HashSet<>();
            for (SkillLevel level : agent.skills()) {
                if (!skills.contains(level.skill())) {
                    found(Kind.AGENT_SKILL_UNKNOWN, id, level.skill().value());
                }
                if (!had.add(level.skill())) {
                    found(Kind.AGENT_SKILL_TWICE, id, level.skill().value());
                }
            }
        }
    }

    /// A queue from which one comes back to it. Each queue leads to two others at most, so a walk that leaves out
    /// what has been left for good sees each once.
    private void checkCircles() {
        Set<QueueId> done = new HashSet<>();
        for (QueueId start : queues.keySet()) {
            walk(start, new ArrayList<>(), done);
        }
    }

    private void walk(QueueId queue, List<QueueId> path, Set<QueueId> done) {
        if (path.contains(queue)) {
            found(Kind.OVERFLOW_CIRCLE, queue.value(), 0);
            return;
        }
        QueueDefinition definition = queues.get(queue);
        if (definition == null || done.contains(queue)) {
            return;
        }
        path.add(queue);
        for (Overflow overflow :
                List.of(definition.bounds().whenFull(), definition.bounds().whenWaitedTooLong())) {
            if (overflow instanceof Overflow.ToQueue(var target)) {
                walk(target, path, done);
            }
        }
        path.removeLast();
        done.add(queue);
    }

    private void checkRetirements() {
        Set<QueueId> retired = new HashSet<>();
        for (QueueRetirement retirement : configuration.retirements()) {
            int id = retirement.retired().value();
            int place = state.plan.queues().find(id);
            QueueDefinition successor = queues.get(retirement.successor());
            boolean isWrong = queues.containsKey(retirement.retired())
                    || successor == null
                    || (place != QueueTable.NONE
                            && !areInterchangeable(state.plan.queues().definition(place), successor));
            if (isWrong) {
                found(Kind.RETIREMENT_WRONG, id, retirement.successor().value());
            }
            if (!retired.add(retirement.retired())) {
                found(Kind.RETIRED_TWICE, id, 0);
            }
        }
    }

    private void checkQueuesInUse() {
        Set<QueueId> retired = new HashSet<>();
        configuration.retirements().forEach(retirement -> retired.add(retirement.retired()));
        boolean[] isUsed = new boolean[state.plan.queues().count()];
        for (int row = 0; row < state.contacts.rows(); row++) {
            if (state.contacts.stage(row) != Contacts.Stage.ABSENT) {
                isUsed[state.contacts.queue(row)] = true;
            }
        }
        for (int place = 0; place < isUsed.length; place++) {
            QueueDefinition present = state.plan.queues().definition(place);
            QueueDefinition kept = queues.get(present.queue());
            boolean isLost = kept == null ? !retired.contains(present.queue()) : !areInterchangeable(present, kept);
            if (isUsed[place] && isLost) {
                found(Kind.QUEUE_IN_USE, present.queue().value(), 0);
            }
        }
    }

    private void checkAgentsInUse() {
        Set<Integer> kept = new HashSet<>();
        configuration.agents().forEach(agent -> kept.add(agent.agent().value()));
        IntStream.range(0, state.agents.rows())
                .filter(row -> state.agents.id(row) != 0 && state.agents.state(row) != AgentState.SIGNED_OUT)
                .map(state.agents::id)
                .filter(id -> !kept.contains(id))
                .sorted()
                .forEach(id -> found(Kind.AGENT_IN_USE, id, 0));
    }

    private void checkMemberships() {
        Groups groups = new Groups(new QueueTable(configuration.queues()));
        long memberships = 0;
        for (AgentDefinition agent : configuration.agents()) {
            memberships += groups.of(agent).size();
        }
        if (memberships > state.limits.memberships()) {
            found(Kind.TOO_MANY_MEMBERSHIPS, 0, state.limits.memberships());
        }
    }
}
