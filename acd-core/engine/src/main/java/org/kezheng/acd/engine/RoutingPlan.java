package org.kezheng.acd.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A configuration laid out for decisions, with the idle agents and the waiting contacts in their orders.
///
/// Each agent is a member of the groups whose requirement the agent meets; a membership is a number of its own, and
/// the node under which the agent stands among the group's idle agents. A waiting contact stands in the groups of
/// all rings up to the applied one, or in its agent's own queue while a wish holds.
final class RoutingPlan {
    private static final int CHANNELS = Channel.values().length;
    private static final int RINGS = QueueDefinition.MAX_RINGS;
    private static final int NODES = RINGS + 1;

    private final QueueTable queues;
    private final Groups groups;
    private final RoutingRules rules;
    private final int groupCount;
    /// By agent and channel: the first membership.
    private final int[] firstMembership;
    private final int[] memberAgent;
    private final int[] memberGroup;
    private final int[] memberRank;
    /// By channel, the channels that it shuts, as bits.
    private final int[] shuts = new int[CHANNELS];
    private final int[] capacities;
    private final int[] resting;
    private final OrderedQueues idle;
    private final OrderedQueues waiting;

    RoutingPlan(Configuration configuration, Agents agents, Limits limits) {
        queues = new QueueTable(configuration.queues());
        groups = new Groups(queues);
        groupCount = groups.count();
        rules = configuration.rules();
        rules.blockings()
                .forEach(blocking -> shuts[blocking.busy().ordinal()] |=
                        1 << blocking.blocked().ordinal());
        Map<Integer, AgentDefinition> definitions = new HashMap<>();
        for (AgentDefinition agent : configuration.agents()) {
            definitions.put(agents.find(agent.agent().value()), agent);
        }
        int rows = agents.rows();
        firstMembership = new int[rows * CHANNELS + 1];
        capacities = new int[rows];
        int[][] members = new int[rows][];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            AgentDefinition agent = definitions.get(row);
            members[row] = agent == null
                    ? new int[0]
                    : groups.of(agent).stream().mapToInt(Integer::intValue).toArray();
            count += members[row].length;
            capacities[row] = agent == null ? 0 : packed(agent.capacity());
        }
        memberAgent = new int[count];
        memberGroup = new int[count];
        memberRank = new int[count];
        layOut(members, definitions);
        resting = new int[groupCount];
        idle = new OrderedQueues(groupCount, count, limits.passOversPerContact());
        waiting = new OrderedQueues(
                groupCount + rows,
                limits.contacts() * NODES,
                Math.max(limits.passOversPerAgent(), limits.reservedPerAgent()));
    }

    private void layOut(int[][] members, Map<Integer, AgentDefinition> definitions) {
        int next = 0;
        for (int row = 0; row < members.length; row++) {
            int of = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                firstMembership[row * CHANNELS + channel] = next;
                while (of < members[row].length
                        && groups.channel(members[row][of]).ordinal() == channel) {
                    memberAgent[next] = row;
                    memberGroup[next] = members[row][of];
                    AgentDefinition agent = definitions.get(row);
                    memberRank[next] = agent == null ? 0 : groups.rank(agent, members[row][of]);
                    next++;
                    of++;
                }
            }
        }
        firstMembership[members.length * CHANNELS] = next;
    }

    private static int packed(Capacity capacity) {
        int packed = 0;
        for (Channel channel : Channel.values()) {
            packed |= capacity.of(channel) << (8 * channel.ordinal());
        }
        return packed;
    }

    QueueTable queues() {
        return queues;
    }

    RoutingRules rules() {
        return rules;
    }

    int groups() {
        return groupCount;
    }

    AgentChoice choice(int group) {
        return groups.choice(group);
    }

    int restLimit(int group) {
        return groups.restLimit(group);
    }

    /// Members who rest, by group.
    int[] resting() {
        return resting;
    }

    boolean isRest(ReasonCode reason) {
        List<ReasonCode> reasons = rules.restReasons();
        for (int i = 0; i < reasons.size(); i++) {
            if (reasons.get(i).equals(reason)) {
                return true;
            }
        }
        return false;
    }

    int firstMembership(int agentRow) {
        return firstMembership[agentRow * CHANNELS];
    }

    /// One behind the agent's last membership.
    int endOfMemberships(int agentRow) {
        return firstMembership[(agentRow + 1) * CHANNELS];
    }

    int firstMembership(int agentRow, int channel) {
        return firstMembership[agentRow * CHANNELS + channel];
    }

    int endOfMemberships(int agentRow, int channel) {
        return firstMembership[agentRow * CHANNELS + channel + 1];
    }

    boolean isMember(int agentRow, int group) {
        return Arrays.binarySearch(memberGroup, firstMembership(agentRow), endOfMemberships(agentRow), group) >= 0;
    }

    int membership(int agentRow, int group) {
        return Arrays.binarySearch(memberGroup, firstMembership(agentRow), endOfMemberships(agentRow), group);
    }

    int agentOf(int membership) {
        return memberAgent[membership];
    }

    int groupOf(int membership) {
        return memberGroup[membership];
    }

    int rankOf(int membership) {
        return memberRank[membership];
    }

    /// The channels, as bits, on which an agent with these loads may have one more contact.
    int openChannels(int agentRow, int loads) {
        int open = 0;
        int shut = 0;
        int capacity = capacities[agentRow];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int load = (loads >>> (8 * channel)) & 0xFF;
            if (load < ((capacity >>> (8 * channel)) & 0xFF)) {
                open |= 1 << channel;
            }
            if (load > 0) {
                shut |= shuts[channel];
            }
        }
        return open & ~shut;
    }

    /// Agents per group by rank and idle number; nodes are memberships.
    OrderedQueues idle() {
        return idle;
    }

    /// Contacts per group, and per agent for wishes, by key and place; nodes are [#node].
    OrderedQueues waiting() {
        return waiting;
    }

    /// The queue of contacts that wait for one agent.
    int wishes(int agentRow) {
        return groupCount + agentRow;
    }

    /// @param ring 0: for a wish
    static int node(int contactRow, int ring) {
        return contactRow * NODES + ring;
    }

    static int contactOf(int node) {
        return node / NODES;
    }
}
