package org.kezheng.security.access;

/// The policies' codes as constants, for annotations: `@PreAuthorize("hasAuthority('" + Policies.CALL_READ +
/// "')")`.
public final class Policies {
    public static final String AGENT_ACT = "agent:act";
    public static final String TALK_ACT = "talk:act";
    public static final String AGENT_COMMAND = "agent:command";
    public static final String CALL_COMMAND = "call:command";
    public static final String CALL_LISTEN = "call:listen";
    public static final String EMERGENCY_READ = "emergency:read";
    public static final String EMERGENCY_TURN = "emergency:turn";
    public static final String CALL_READ = "call:read";
    public static final String CALL_READ_OWN = "call:read-own";
    public static final String EXPLANATION_READ = "explanation:read";
    public static final String RECORDING_PLAY = "recording:play";
    public static final String HOLD_MANAGE = "hold:manage";
    public static final String SAMPLE_DRAW = "sample:draw";
    public static final String AGENT_READ = "agent:read";
    public static final String CUSTOMER_READ = "customer:read";
    public static final String CUSTOMER_CREATE = "customer:create";
    public static final String CUSTOMER_DISCLOSE = "customer:disclose";
    public static final String CONFIGURATION_READ = "configuration:read";
    public static final String LIVE_OWN = "live:own";
    public static final String LIVE_ALL = "live:all";
    public static final String ACCOUNT_MANAGE = "account:manage";
    public static final String LEDGER_READ = "ledger:read";
    public static final String PACK_MAKE = "pack:make";
    public static final String MAPPINGS_READ = "mappings:read";
    public static final String CLAIM_READ = "claim:read";
    public static final String PROBE_RUN = "probe:run";
    public static final String EQUIPMENT_READ = "equipment:read";
    public static final String EQUIPMENT_FILE = "equipment:file";
    public static final String SESSION_MANAGE = "session:manage";
    public static final String MEASURE_READ = "measure:read";

    public static final String GATE_READ = "gate:read";
    public static final String GATE_PROPOSE = "gate:propose";
    public static final String GATE_APPROVE = "gate:approve";
    public static final String CONSENT_READ = "consent:read";
    public static final String CONSENT_RECORD = "consent:record";
    public static final String DO_NOT_CALL_READ = "do-not-call:read";
    public static final String DO_NOT_CALL_ADD = "do-not-call:add";
    public static final String DO_NOT_CALL_REVERSE = "do-not-call:reverse";
    public static final String OUTSIDE_NUMBER_READ = "outside-number:read";
    public static final String OUTSIDE_NUMBER_MANAGE = "outside-number:manage";
    public static final String AGENT_MOBILE_SET = "agent-mobile:set";
    public static final String NUMBER_READ = "number:read";
    public static final String NUMBER_MANAGE = "number:manage";
    public static final String TRUNK_READ = "trunk:read";
    public static final String TRUNK_IMPORT = "trunk:import";

    public static final String MESSAGE_HANDLE = "message:handle";

    public static final String NUISANCE_MARK = "nuisance:mark";
    public static final String NUISANCE_READ = "nuisance:read";
    public static final String NUISANCE_DECIDE = "nuisance:decide";
    public static final String CUSTOMER_GRADE = "customer:grade";

    public static final String CUSTOMER_FACT_KEEP = "customer:fact-keep";

    private Policies() {}
}
