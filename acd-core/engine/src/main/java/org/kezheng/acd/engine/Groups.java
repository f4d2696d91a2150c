package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The groups of a configuration: rings that ask for the same, on one channel and with one choice of agent, are one
/// group, whichever queue they belong to. Numbered by channel, so that a channel's groups lie together.
final class Groups {
    private final List<Group> groups = new ArrayList<>();
    /// Groups by the skill of lowest id that they ask for; those that ask for none are under null's stand-in 0.
    private final Map<Integer, List<Integer>> byFirstSkill = new HashMap<>();

    private final int[] restLimits;

    record Group(Channel channel, List<SkillRequirement> requirements, AgentChoice choice) {
        private static Group of(QueueDefinition queue, Ring ring) {
            List<SkillRequirement> sorted = ring.requirements().stream()
                    .sorted(Comparator.comparingInt(required -> required.skill().value()))
                    .toList();
            return new Group(queue.channel(), sorted, queue.policy().choice());
        }

        private int firstSkill() {
            return requirements.isEmpty() ? 0 : requirements.getFirst().skill().value();
        }
    }

    /// Tells the table the group of each ring.
    Groups(QueueTable queues) {
        Map<Group, Integer> numbers = new HashMap<>();
        for (Channel channel : Channel.values()) {
            for (int queue = 0; queue < queues.count(); queue++) {
                if (queues.definition(queue).channel() == channel) {
                    number(queues, queue, numbers);
                }
            }
        }
        restLimits = new int[groups.size()];
        for (int queue = 0; queue < queues.count(); queue++) {
            int limit = queues.definition(queue).bounds().maxResting();
            int group = queues.group(queue, 1);
            if (limit > 0 && (restLimits[group] == 0 || limit < restLimits[group])) {
                restLimits[group] = limit;
            }
        }
    }

    private void number(QueueTable queues, int queue, Map<Group, Integer> numbers) {
        QueueDefinition definition = queues.definition(queue);
        for (int ring = 1; ring <= definition.rings().size(); ring++) {
            Group group = Group.of(definition, definition.rings().get(ring - 1));
            Integer known = numbers.get(group);
            if (known == null) {
                known = groups.size();
                numbers.put(group, known);
                groups.add(group);
                byFirstSkill
                        .computeIfAbsent(group.firstSkill(), skill -> new ArrayList<>())
                        .add(known);
            }
            queues.setGroup(queue, ring, known);
        }
    }

    int count() {
        return groups.size();
    }

    Channel channel(int group) {
        return groups.get(group).channel();
    }

    AgentChoice choice(int group) {
        return groups.get(group).choice();
    }

    /// How many of the group's members may rest at once; 0: any number.
    int restLimit(int group) {
        return restLimits[group];
    }

    /// The groups that an agent is a member of, ascending.
    List<Integer> of(AgentDefinition agent) {
        Map<Integer, Integer> levels = new HashMap<>();
        agent.skills().forEach(has -> levels.put(has.skill().value(), has.level()));
        List<Integer> members = new ArrayList<>();
        addMet(0, levels, members);
        for (SkillLevel has : agent.skills()) {
            addMet(has.skill().value(), levels, members);
        }
        members.sort(Comparator.naturalOrder());
        return members;
    }

    private void addMet(int firstSkill, Map<Integer, Integer> levels, List<Integer> members) {
        for (int group : byFirstSkill.getOrDefault(firstSkill, List.of())) {
            boolean meets = groups.get(group).requirements().stream()
                    .allMatch(required -> levels.getOrDefault(required.skill().value(), 0) >= required.minimumLevel());
            if (meets) {
                members.add(group);
            }
        }
    }

    /// What the choice goes by before idle numbers: the smaller, the better.
    int rank(AgentDefinition agent, int group) {
        Group of = groups.get(group);
        return switch (of.choice()) {
            case LONGEST_IDLE -> 0;
            case BEST_MATCH -> -lowestLevel(agent, of.requirements());
            case LEAST_OVERQUALIFIED ->
                agent.skills().stream().mapToInt(SkillLevel::level).sum()
                        - of.requirements().stream()
                                .mapToInt(SkillRequirement::minimumLevel)
                                .sum();
        };
    }

    private static int lowestLevel(AgentDefinition agent, List<SkillRequirement> requirements) {
        return agent.skills().stream()
                .filter(has -> requirements.stream()
                        .anyMatch(required -> required.skill().equals(has.skill())))
                .mapToInt(SkillLevel::level)
                .min()
                .orElse(0);
    }
}
