package org.kezheng.acd.engine;

/// How an offer ended.
public enum OfferOutcome {
    ANSWERED,
    /// The agent said no.
    DECLINED,
    /// It rang until its time was up.
    MISSED,
    /// The agent's device could not be reached.
    FAILED,
    /// The contact left, or the agent signed out, while it rang.
    WITHDRAWN
}
