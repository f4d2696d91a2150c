package org.kezheng.acd.engine;

/// Names one contact for as long as its journal exists, whatever its channel. Given by the host in ascending order from
/// 1
/// and never given twice; 0 stays free for "none" in the engine's arrays.
public record ContactId(long value) {
    public ContactId {
        if (value < 1) {
            throw new IllegalArgumentException("A contact's id starts at 1: " + value);
        }
    }
}
