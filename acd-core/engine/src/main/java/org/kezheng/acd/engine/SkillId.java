package org.kezheng.acd.engine;

/// Names one skill. Given by the configuration.
public record SkillId(int value) {
    public SkillId {
        Checks.positive(value, "A skill's id");
    }
}
