package org.kezheng.security.access;

import java.util.Map;
import java.util.Set;

/// Which policies each role has. The three administrators (系统, 安全, 审计: 三员分立) are apart: what one of them manages
/// another can neither do nor hide. A role without a line here may do nothing.
final class RolePolicies {
    private static final Map<Role, Set<Policy>> TABLE = Map.of(
            Role.AGENT,
            Set.of(
                    Policy.CONSENT_READ,
                    Policy.CONSENT_RECORD,
                    Policy.DO_NOT_CALL_ADD,
                    Policy.OUTSIDE_NUMBER_READ,
                    Policy.AGENT_ACT,
                    Policy.TALK_ACT,
                    Policy.MESSAGE_HANDLE,
                    Policy.NUISANCE_MARK,
                    Policy.CALL_READ_OWN,
                    Policy.CUSTOMER_READ,
                    Policy.CUSTOMER_CREATE,
                    Policy.CUSTOMER_DISCLOSE,
                    Policy.CONFIGURATION_READ,
                    Policy.LIVE_OWN),
            Role.SUPERVISOR,
            Set.of(
                    Policy.GATE_READ,
                    Policy.CONSENT_READ,
                    Policy.DO_NOT_CALL_READ,
                    Policy.DO_NOT_CALL_ADD,
                    Policy.DO_NOT_CALL_REVERSE,
                    Policy.OUTSIDE_NUMBER_READ,
                    Policy.NUMBER_READ,
                    Policy.TRUNK_READ,
                    Policy.LIVE_ALL,
                    Policy.EMERGENCY_READ,
                    Policy.EMERGENCY_TURN,
                    Policy.AGENT_COMMAND,
                    Policy.CALL_COMMAND,
                    Policy.TALK_ACT,
                    Policy.CALL_LISTEN,
                    Policy.CLAIM_READ,
                    Policy.EQUIPMENT_READ,
                    Policy.CALL_READ,
                    Policy.EXPLANATION_READ,
                    Policy.RECORDING_PLAY,
                    Policy.MESSAGE_HANDLE,
                    Policy.NUISANCE_READ,
                    Policy.NUISANCE_DECIDE,
                    Policy.CUSTOMER_GRADE,
                    Policy.AGENT_MOBILE_SET,
                    Policy.CUSTOMER_FACT_KEEP,
                    Policy.AGENT_READ,
                    Policy.CUSTOMER_READ,
                    Policy.CONFIGURATION_READ,
                    Policy.MEASURE_READ),
            Role.AUDITOR,
            Set.of(
                    Policy.GATE_READ,
                    Policy.NUISANCE_READ,
                    Policy.CONSENT_READ,
                    Policy.DO_NOT_CALL_READ,
                    Policy.OUTSIDE_NUMBER_READ,
                    Policy.NUMBER_READ,
                    Policy.TRUNK_READ,
                    Policy.PACK_MAKE,
                    Policy.HOLD_MANAGE,
                    Policy.SAMPLE_DRAW,
                    Policy.CALL_READ,
                    Policy.CLAIM_READ,
                    Policy.PROBE_RUN,
                    Policy.EQUIPMENT_READ,
                    Policy.EXPLANATION_READ,
                    Policy.RECORDING_PLAY,
                    Policy.AGENT_READ,
                    Policy.CONFIGURATION_READ,
                    Policy.CUSTOMER_READ,
                    Policy.MEASURE_READ,
                    Policy.LEDGER_READ),
            Role.SYSTEM_ADMINISTRATOR,
            Set.of(
                    Policy.GATE_PROPOSE,
                    Policy.OUTSIDE_NUMBER_READ,
                    Policy.OUTSIDE_NUMBER_MANAGE,
                    Policy.NUMBER_READ,
                    Policy.NUMBER_MANAGE,
                    Policy.TRUNK_READ,
                    Policy.TRUNK_IMPORT,
                    Policy.CONFIGURATION_READ,
                    Policy.ACCOUNT_MANAGE,
                    Policy.CLAIM_READ,
                    Policy.EQUIPMENT_READ,
                    Policy.EQUIPMENT_FILE),
            Role.SECURITY_ADMINISTRATOR,
            Set.of(Policy.GATE_APPROVE, Policy.MAPPINGS_READ, Policy.SESSION_MANAGE, Policy.LEDGER_READ));

    private RolePolicies() {}

    static Set<Policy> of(Role role) {
        return TABLE.getOrDefault(role, Set.of());
    }
}
