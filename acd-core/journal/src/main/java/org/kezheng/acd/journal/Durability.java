package org.kezheng.acd.journal;

/// What "durable" asks of the disk.
public enum Durability {
    /// Each batch is forced to the disk: survives the loss of power.
    FORCED,
    /// Each batch is handed to the operating system: survives the loss of the process alone.
    WRITTEN
}
