package org.kezheng.acd.engine;

/// Names one agent (座席). Given by the configuration.
public record AgentId(int value) {
    public AgentId {
        Checks.positive(value, "An agent's id");
    }
}
