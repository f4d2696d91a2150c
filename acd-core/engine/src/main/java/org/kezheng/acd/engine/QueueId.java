package org.kezheng.acd.engine;

/// Names one queue (队列). Given by the configuration.
public record QueueId(int value) {
    public QueueId {
        Checks.positive(value, "A queue's id");
    }
}
