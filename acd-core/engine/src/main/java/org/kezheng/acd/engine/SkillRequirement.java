package org.kezheng.acd.engine;

/// The least level of a skill that a queue asks for, from 1 to 10.
public record SkillRequirement(SkillId skill, int minimumLevel) {
    public SkillRequirement {
        Checks.within(minimumLevel, 1, 10, "A required level");
    }
}
