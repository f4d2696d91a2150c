package org.kezheng.acd.engine;

import java.util.List;

/// A whole configuration of the engine. It is applied as one, while contacts wait; versions ascend from 1.
///
/// @param retirements where the contacts of queues go that the configuration before had and this one leaves out
public record Configuration(
        long version,
        RoutingRules rules,
        List<SkillDefinition> skills,
        List<QueueDefinition> queues,
        List<AgentDefinition> agents,
        List<QueueRetirement> retirements) {
    public Configuration {
        Checks.positive(version, "A configuration's version");
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        retirements = List.copyOf(retirements);
    }

    /// Under the standard rules, without retirements.
    public Configuration(
            long version, List<SkillDefinition> skills, List<QueueDefinition> queues, List<AgentDefinition> agents) {
        this(version, RoutingRules.STANDARD, skills, queues, agents, List.of());
    }
}
