package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A configuration laid out for decisions, with the free agents and the waiting contacts in their orders.
///
/// Queues that require the same are one group. Each agent is a member of the groups whose requirement the agent
/// meets; a membership is a number of its own, and the node under which the agent stands among the group's free
/// agents.
final class RoutingPlan {
    static final int NONE = -1;

    private final int[] queueIds;
    private final QueueDefinition[] queues;
    private final int[] groupOfQueue;
    private final int groups;
    private final int[] firstMembership;
    private final int[] memberAgent;
    private final int[] memberGroup;
    /// Free agents of each group by the order in which they became free; waiting contacts by order of arrival.
    private final OrderedSets idle;

    private final OrderedSets waiting;

    RoutingPlan(Configuration configuration, Agents agents, int contactRows) {
        queues = configuration.queues().stream()
                .sorted(Comparator.comparingInt(queue -> queue.queue().value()))
                .toArray(QueueDefinition[]::new);
        queueIds =
                Arrays.stream(queues).mapToInt(queue -> queue.queue().value()).toArray();
        groupOfQueue = new int[queues.length];
        List<List<SkillRequirement>> requirements = group();
        groups = requirements.size();
        Map<Integer, AgentDefinition> definitions = new HashMap<>();
        for (AgentDefinition agent : configuration.agents()) {
            definitions.put(agents.find(agent.agent()), agent);
        }
        firstMembership = new int[agents.rows() + 1];
        List<int[]> members = new ArrayList<>();
        for (int row = 0; row < agents.rows(); row++) {
            firstMembership[row] = members.size();
            AgentDefinition agent = definitions.get(row);
            for (int group = 0; group < groups && agent != null; group++) {
                if (meets(agent, requirements.get(group))) {
                    members.add(new int[] {row, group});
                }
            }
        }
        firstMembership[agents.rows()] = members.size();
        memberAgent = members.stream().mapToInt(member -> member[0]).toArray();
        memberGroup = members.stream().mapToInt(member -> member[1]).toArray();
        idle = new OrderedSets(groups, members.size());
        waiting = new OrderedSets(groups, contactRows);
    }

    /// Gives each queue its group; returns the groups' requirements.
    private List<List<SkillRequirement>> group() {
        Map<List<SkillRequirement>, Integer> numbers = new HashMap<>();
        List<List<SkillRequirement>> requirements = new ArrayList<>();
        for (int queue = 0; queue < queues.length; queue++) {
            List<SkillRequirement> sorted = queues[queue].requirements().stream()
                    .sorted(Comparator.comparingInt(required -> required.skill().value()))
                    .toList();
            Integer known = numbers.get(sorted);
            if (known == null) {
                known = requirements.size();
                numbers.put(sorted, known);
                requirements.add(sorted);
            }
            groupOfQueue[queue] = known;
        }
        return requirements;
    }

    private static boolean meets(AgentDefinition agent, List<SkillRequirement> requirements) {
        return requirements.stream()
                .allMatch(required -> agent.skills().stream()
                        .anyMatch(
                                has -> has.skill().equals(required.skill()) && has.level() >= required.minimumLevel()));
    }

    /// The queue's place in this plan, or [#NONE].
    int findQueue(int queueId) {
        int at = Arrays.binarySearch(queueIds, queueId);
        return at < 0 ? NONE : at;
    }

    QueueDefinition queue(int queue) {
        return queues[queue];
    }

    int groupOfQueue(int queue) {
        return groupOfQueue[queue];
    }

    int groups() {
        return groups;
    }

    int firstMembership(int agentRow) {
        return firstMembership[agentRow];
    }

    /// One behind the agent's last membership.
    int endOfMemberships(int agentRow) {
        return firstMembership[agentRow + 1];
    }

    int agentOf(int membership) {
        return memberAgent[membership];
    }

    int groupOf(int membership) {
        return memberGroup[membership];
    }

    OrderedSets idle() {
        return idle;
    }

    OrderedSets waiting() {
        return waiting;
    }
}
