package org.kezheng.acd.engine;

/// Names one offer of one contact to one agent: the engine's own sequence from 1, never given twice.
public record OfferId(long value) {
    public OfferId {
        Checks.positive(value, "An offer's id");
    }
}
