package org.kezheng.acd.engine;

import java.util.List;

/// An agent, the skills that the agent has, and how many contacts the agent handles at once.
public record AgentDefinition(AgentId agent, List<SkillLevel> skills, Capacity capacity) {
    public AgentDefinition {
        skills = List.copyOf(skills);
    }

    /// An agent for one call at a time.
    public AgentDefinition(AgentId agent, List<SkillLevel> skills) {
        this(agent, skills, Capacity.ONE_CALL);
    }
}
