package org.kezheng.acd.engine;

/// Names one effect: the engine's own sequence from 1, never given twice.
public record EffectId(long value) {
    public EffectId {
        Checks.positive(value, "An effect's id");
    }
}
