package org.kezheng.acd.engine;

/// Where a contact goes that leaves the engine without an agent.
public enum Diversion {
    VOICEMAIL,
    CALLBACK,
    ANNOUNCEMENT
}
