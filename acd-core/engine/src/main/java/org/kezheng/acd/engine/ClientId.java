package org.kezheng.acd.engine;

/// Names the client (委托方) that a queue and its contacts belong to. Given by the configuration.
public record ClientId(int value) {
    public ClientId {
        Checks.positive(value, "A client's id");
    }
}
