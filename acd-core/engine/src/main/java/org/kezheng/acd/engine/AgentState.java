package org.kezheng.acd.engine;

/// What an agent is doing. Every state but the first three has a deadline that ends it.
public enum AgentState {
    SIGNED_OUT,
    NOT_READY,
    READY,
    RINGING,
    TALKING,
    WRAP_UP
}
