package org.kezheng.acd.engine;

import java.util.List;

/// A whole configuration of the engine. It is applied as one, while contacts wait; versions ascend from 1.
public record Configuration(
        long version, List<SkillDefinition> skills, List<QueueDefinition> queues, List<AgentDefinition> agents) {
    public Configuration {
        Checks.positive(version, "A configuration's version");
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }
}
