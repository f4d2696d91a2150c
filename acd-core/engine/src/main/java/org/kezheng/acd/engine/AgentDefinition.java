package org.kezheng.acd.engine;

import java.util.List;

/// An agent and the skills that the agent has.
public record AgentDefinition(AgentId agent, List<SkillLevel> skills) {
    public AgentDefinition {
        skills = List.copyOf(skills);
    }
}
