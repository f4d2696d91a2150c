package org.kezheng.security.access;

/// One thing that a role may be allowed to do. Its [#code] is the authority that the framework checks.
public enum Policy {
    AGENT_ACT(Policies.AGENT_ACT),
    /// What the person who has a talk does within it; nobody else's talk exists there.
    TALK_ACT(Policies.TALK_ACT),
    /// Change an agent's state, or sign an agent out.
    AGENT_COMMAND(Policies.AGENT_COMMAND),
    /// Move, assign or end other people's calls.
    CALL_COMMAND(Policies.CALL_COMMAND),
    /// Listen in to other people's calls, whisper and barge in.
    CALL_LISTEN(Policies.CALL_LISTEN),
    EMERGENCY_READ(Policies.EMERGENCY_READ),
    /// Announce an emergency to all callers of the client, or close its lines.
    EMERGENCY_TURN(Policies.EMERGENCY_TURN),
    CALL_READ(Policies.CALL_READ),
    CALL_READ_OWN(Policies.CALL_READ_OWN),
    EXPLANATION_READ(Policies.EXPLANATION_READ),
    RECORDING_PLAY(Policies.RECORDING_PLAY),
    /// Hear messages that callers have left, and say that they are done; an agent those of the own queues.
    MESSAGE_HANDLE(Policies.MESSAGE_HANDLE),
    /// Mark the number of an own call as a nuisance; without effect until somebody else confirms it.
    NUISANCE_MARK(Policies.NUISANCE_MARK),
    NUISANCE_READ(Policies.NUISANCE_READ),
    /// Confirm a mark for a time, or lift it.
    NUISANCE_DECIDE(Policies.NUISANCE_DECIDE),
    /// Say whose calls go before others.
    CUSTOMER_GRADE(Policies.CUSTOMER_GRADE),
    /// Keep what only a customer knows; it can be compared with, never read. Nobody who verifies callers keeps
    /// it.
    CUSTOMER_FACT_KEEP(Policies.CUSTOMER_FACT_KEEP),
    /// Keep a call's recordings from being destroyed, and let them go again.
    HOLD_MANAGE(Policies.HOLD_MANAGE),
    SAMPLE_DRAW(Policies.SAMPLE_DRAW),
    AGENT_READ(Policies.AGENT_READ),
    CUSTOMER_READ(Policies.CUSTOMER_READ),
    CUSTOMER_CREATE(Policies.CUSTOMER_CREATE),
    CUSTOMER_DISCLOSE(Policies.CUSTOMER_DISCLOSE),
    CONFIGURATION_READ(Policies.CONFIGURATION_READ),
    LIVE_OWN(Policies.LIVE_OWN),
    LIVE_ALL(Policies.LIVE_ALL),
    ACCOUNT_MANAGE(Policies.ACCOUNT_MANAGE),
    LEDGER_READ(Policies.LEDGER_READ),
    PACK_MAKE(Policies.PACK_MAKE),
    MAPPINGS_READ(Policies.MAPPINGS_READ),
    MEASURE_READ(Policies.MEASURE_READ),
    CLAIM_READ(Policies.CLAIM_READ),
    PROBE_RUN(Policies.PROBE_RUN),
    EQUIPMENT_READ(Policies.EQUIPMENT_READ),
    EQUIPMENT_FILE(Policies.EQUIPMENT_FILE),
    GATE_READ(Policies.GATE_READ),
    GATE_PROPOSE(Policies.GATE_PROPOSE),
    GATE_APPROVE(Policies.GATE_APPROVE),
    CONSENT_READ(Policies.CONSENT_READ),
    CONSENT_RECORD(Policies.CONSENT_RECORD),
    DO_NOT_CALL_READ(Policies.DO_NOT_CALL_READ),
    DO_NOT_CALL_ADD(Policies.DO_NOT_CALL_ADD),
    DO_NOT_CALL_REVERSE(Policies.DO_NOT_CALL_REVERSE),
    OUTSIDE_NUMBER_READ(Policies.OUTSIDE_NUMBER_READ),
    OUTSIDE_NUMBER_MANAGE(Policies.OUTSIDE_NUMBER_MANAGE),
    AGENT_MOBILE_SET(Policies.AGENT_MOBILE_SET),
    NUMBER_READ(Policies.NUMBER_READ),
    NUMBER_MANAGE(Policies.NUMBER_MANAGE),
    TRUNK_READ(Policies.TRUNK_READ),
    TRUNK_IMPORT(Policies.TRUNK_IMPORT),
    SESSION_MANAGE(Policies.SESSION_MANAGE);

    private final String code;

    Policy(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
