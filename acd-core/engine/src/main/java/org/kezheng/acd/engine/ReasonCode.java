package org.kezheng.acd.engine;

/// Why an agent is not ready: a short code, chosen by the agent or set by the engine.
public record ReasonCode(String value) {
    /// Of a state that needs no reason.
    public static final ReasonCode NONE = new ReasonCode("none");
    /// Signed in, and has not made ready yet.
    public static final ReasonCode SIGNED_IN = new ReasonCode("signed-in");
    /// Let an offer ring until its time was up.
    public static final ReasonCode MISSED_OFFER = new ReasonCode("missed-offer");
    /// The agent's device could not be reached.
    public static final ReasonCode PHONE_UNREACHABLE = new ReasonCode("phone-unreachable");

    /// Declined or missed as many offers in a row as the queue allows.
    public static final ReasonCode DECLINED_OFTEN = new ReasonCode("declined-often");

    public ReasonCode {
        Checks.code(value, "A reason code");
    }
}
