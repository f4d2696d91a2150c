package org.kezheng.platform.callflow;

/// What is known of an agent's leg that has not ended.
enum Leg {
    /// The PBX was asked for it and has shown nothing of it.
    ASKED,
    RINGING,
    ANSWERED
}
