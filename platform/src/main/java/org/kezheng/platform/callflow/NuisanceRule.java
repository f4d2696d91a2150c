package org.kezheng.platform.callflow;

/// What a client wants done with callers whose numbers are marked as a nuisance.
public enum NuisanceRule {
    /// The flow decides; without a flow they are callers like others.
    FLOW,
    /// They are told so, and their calls end.
    END
}
