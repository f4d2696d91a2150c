package org.kezheng.acd.engine;

/// A skill that queues can require and agents can have.
public record SkillDefinition(SkillId skill, String code) {
    public SkillDefinition {
        Checks.code(code, "A skill's code");
    }
}
