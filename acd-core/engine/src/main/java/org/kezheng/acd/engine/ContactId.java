package org.kezheng.acd.engine;

/// Names one contact for as long as its journal exists, whatever its channel. The host derives it from the
/// channel's own identity (for a call: the PBX, the second and the counter of its first channel), so that a host
/// that comes back gives the same contact the same id. 0 stays free for "none" in the engine's arrays.
public record ContactId(long value) {
    public ContactId {
        Checks.positive(value, "A contact's id");
    }
}
