package org.kezheng.platform.gate;

/// The gate's rules in the order in which they are tried. All are tried, and all that refuse are named.
public enum GateRule {
    /// Outbound is off, for the site or for the client. Off is the default: numbers are for inbound in principle.
    OUTBOUND_OFF("gate.outbound-off"),
    /// The purpose is none that the licence and the client allow. Commercial marketing never is.
    PURPOSE("gate.purpose"),
    /// The number is none that may be dialled: no number at all, too short, an emergency number, or one of our
    /// own.
    NUMBER("gate.number"),
    /// The person does not want to be called.
    DO_NOT_CALL("gate.do-not-call"),
    /// No consent of this person, for this purpose, stands at this moment.
    VOUCHER("gate.voucher"),
    /// It is no hour at which the client calls people.
    HOURS("gate.hours"),
    /// The person was called as often as the client allows, or a short while ago.
    FREQUENCY("gate.frequency"),
    /// There is no own number that may be sent.
    OWN_NUMBER("gate.own-number"),
    /// The own number has called as often within an hour as it may.
    OWN_NUMBER_FREQUENCY("gate.own-number-frequency"),
    /// A call may be handed to numbers of the client's list only.
    OUTSIDE_NUMBER("gate.outside-number"),
    /// A call rings at an agent's mobile only where the client allows it, and at the number that a supervisor has set.
    AGENT_DEVICE("gate.agent-device"),
    /// No trunk of the site can take a call now.
    TRUNK("gate.trunk");

    private final String id;

    GateRule(String id) {
        this.id = id;
    }

    /// The rule's id in the API, the ledger and the decisions.
    public String id() {
        return id;
    }
}
