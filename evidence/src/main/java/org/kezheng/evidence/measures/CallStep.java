package org.kezheng.evidence.measures;

import java.util.Locale;

/// A step of a call's waterfall, in the order in which steps usually come. Their definitions stand in
/// [MeasureDefinitions].
public enum CallStep {
    INVITE,
    ANNOUNCED,
    DURABLE,
    ORIGINATE,
    AGENT_INVITE,
    RINGING,
    ANSWERED,
    SHOWN;

    /// Such as `agent-invite`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether another offer of the call begins the step anew.
    public boolean isOfOffer() {
        return compareTo(DURABLE) > 0;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT) + "_at";
    }
}
