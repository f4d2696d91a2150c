package org.kezheng.acd.engine;

/// What becomes of an agent who lets an offer ring until its time is up.
public enum MissedOffer {
    /// Not ready, until the agent makes ready again: nobody is at the device.
    NOT_READY,
    /// Ready, but passed over for that contact for a while, like one who declined.
    PASSED_OVER
}
