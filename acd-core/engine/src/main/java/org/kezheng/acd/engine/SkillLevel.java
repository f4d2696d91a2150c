package org.kezheng.acd.engine;

/// How well an agent commands a skill, from 1 to 10.
public record SkillLevel(SkillId skill, int level) {
    public SkillLevel {
        Checks.within(level, 1, 10, "A skill's level");
    }
}
