package org.kezheng.platform.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.Policies;
import org.springframework.http.HttpMethod;

/// What each endpoint requires. A request that matches no line is refused, whoever asks; so a new endpoint works
/// only when it has got its line here.
public final class AccessTable {
    private static final List<Line> LINES = List.of(
            // Everybody: signing in, and what a browser needs before.
            open(HttpMethod.POST, "/api/session"),
            open(HttpMethod.GET, "/api/session"),
            open(HttpMethod.POST, "/api/administrator"),
            open(HttpMethod.GET, "/actuator/health"),
            open(HttpMethod.GET, "/actuator/health/*"),
            // Figures without personal data, on the loopback interface, for Prometheus.
            open(HttpMethod.GET, "/actuator/prometheus"),
            // Everybody who is signed in.
            line(HttpMethod.DELETE, "/api/session"),
            line(HttpMethod.GET, "/v3/api-docs"),
            line(HttpMethod.GET, "/v3/api-docs.yaml"),
            line(HttpMethod.GET, "/api/configuration", Policies.CONFIGURATION_READ),
            line(HttpMethod.GET, "/api/calendar", Policies.CONFIGURATION_READ),
            line(HttpMethod.GET, "/api/agent", Policies.AGENT_ACT, Policies.CALL_LISTEN),
            line(HttpMethod.PUT, "/api/agent/state", Policies.AGENT_ACT),
            line(HttpMethod.PUT, "/api/agent/device", Policies.AGENT_ACT, Policies.CALL_LISTEN),
            line(HttpMethod.GET, "/api/agent/mobile", Policies.AGENT_ACT),
            line(HttpMethod.POST, "/api/agent/device/test", Policies.AGENT_ACT),
            line(HttpMethod.GET, "/api/agent/softphone", Policies.AGENT_ACT, Policies.CALL_LISTEN),
            line(HttpMethod.GET, "/api/agent/notice", Policies.AGENT_ACT),
            line(HttpMethod.POST, "/api/agent/notice", Policies.AGENT_ACT),
            line(HttpMethod.POST, "/api/agent/wrap-up", Policies.AGENT_ACT, Policies.CALL_COMMAND),
            line(HttpMethod.GET, "/api/agent/transfer-targets", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/transfer", Policies.TALK_ACT),
            line(HttpMethod.GET, "/api/calls/*/outside-result", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/hold", Policies.TALK_ACT),
            line(HttpMethod.DELETE, "/api/calls/*/hold", Policies.TALK_ACT),
            line(HttpMethod.GET, "/api/calls/*/mute", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/mute", Policies.TALK_ACT),
            line(HttpMethod.DELETE, "/api/calls/*/mute", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/keys", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/consultation", Policies.TALK_ACT),
            line(HttpMethod.DELETE, "/api/calls/*/consultation", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/consultation/swap", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/consultation/conference", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/consultation/completion", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/agent/internal-calls", Policies.AGENT_ACT),
            line(HttpMethod.GET, "/api/agent/internal-calls/*", Policies.AGENT_ACT),
            line(HttpMethod.DELETE, "/api/agent/internal-calls/*", Policies.AGENT_ACT),
            line(HttpMethod.POST, "/api/calls/*/self-service", Policies.TALK_ACT),
            line(HttpMethod.DELETE, "/api/calls/*/self-service", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/agent/calls", Policies.AGENT_ACT),
            line(HttpMethod.GET, "/api/agent/calls/*", Policies.TALK_ACT),
            line(HttpMethod.GET, "/api/agent/appointments", Policies.AGENT_ACT),
            line(HttpMethod.POST, "/api/agent/appointments", Policies.AGENT_ACT),
            line(HttpMethod.PUT, "/api/agent/appointments/*", Policies.AGENT_ACT),
            line(HttpMethod.DELETE, "/api/agent/appointments/*", Policies.AGENT_ACT),
            line(HttpMethod.GET, "/api/live", Policies.LIVE_OWN, Policies.LIVE_ALL),
            line(HttpMethod.GET, "/api/calls", Policies.CALL_READ, Policies.CALL_READ_OWN),
            line(HttpMethod.GET, "/api/calls/*", Policies.CALL_READ, Policies.CALL_READ_OWN),
            line(HttpMethod.GET, "/api/calls/*/explanation", Policies.EXPLANATION_READ),
            line(HttpMethod.GET, "/api/calls/*/recording", Policies.RECORDING_PLAY),
            line(HttpMethod.GET, "/api/calls/*/recording/pause", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/recording/pause", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/recording/resume", Policies.TALK_ACT),
            line(HttpMethod.GET, "/api/messages", Policies.MESSAGE_HANDLE),
            line(HttpMethod.GET, "/api/messages/*/sound", Policies.MESSAGE_HANDLE),
            line(HttpMethod.PUT, "/api/messages/*", Policies.MESSAGE_HANDLE),
            line(HttpMethod.POST, "/api/messages/*/callback", Policies.AGENT_ACT),
            line(HttpMethod.POST, "/api/nuisance-marks", Policies.NUISANCE_MARK),
            line(HttpMethod.GET, "/api/nuisance-marks", Policies.NUISANCE_READ),
            line(HttpMethod.POST, "/api/nuisance-marks/*/confirmation", Policies.NUISANCE_DECIDE),
            line(HttpMethod.POST, "/api/nuisance-marks/*/lifting", Policies.NUISANCE_DECIDE),
            line(HttpMethod.GET, "/api/journeys", Policies.CALL_READ),
            line(HttpMethod.GET, "/api/journeys/*", Policies.CALL_READ),
            line(HttpMethod.GET, "/api/calls/*/verification", Policies.TALK_ACT),
            line(HttpMethod.POST, "/api/calls/*/verification", Policies.TALK_ACT),
            line(HttpMethod.PUT, "/api/customers/*/facts/*", Policies.CUSTOMER_FACT_KEEP),
            line(HttpMethod.PUT, "/api/customers/*/grade", Policies.CUSTOMER_GRADE),
            line(HttpMethod.GET, "/api/calls/*/retention", Policies.CALL_READ),
            line(HttpMethod.GET, "/api/holds", Policies.CALL_READ),
            line(HttpMethod.GET, "/api/recordings", Policies.RECORDING_PLAY),
            line(HttpMethod.POST, "/api/samples", Policies.SAMPLE_DRAW),
            line(HttpMethod.GET, "/api/samples", Policies.SAMPLE_DRAW),
            line(HttpMethod.GET, "/api/samples/*", Policies.SAMPLE_DRAW),
            line(HttpMethod.POST, "/api/calls/*/holds", Policies.HOLD_MANAGE),
            line(HttpMethod.POST, "/api/calls/*/holds/*/release", Policies.HOLD_MANAGE),
            line(HttpMethod.POST, "/api/calls/*/move", Policies.CALL_COMMAND),
            line(HttpMethod.POST, "/api/calls/*/assign", Policies.CALL_COMMAND),
            line(HttpMethod.POST, "/api/calls/*/take-over", Policies.CALL_COMMAND),
            line(HttpMethod.POST, "/api/calls/*/pull", Policies.CALL_COMMAND),
            line(HttpMethod.POST, "/api/calls/*/release", Policies.CALL_COMMAND),
            line(HttpMethod.POST, "/api/calls/*/listening", Policies.CALL_LISTEN),
            line(HttpMethod.DELETE, "/api/calls/*/listening", Policies.CALL_LISTEN),
            line(HttpMethod.GET, "/api/emergency", Policies.EMERGENCY_READ),
            line(HttpMethod.PUT, "/api/emergency", Policies.EMERGENCY_TURN),
            line(HttpMethod.GET, "/api/emergencies", Policies.CALL_READ),
            line(HttpMethod.GET, "/api/callbacks", Policies.AGENT_COMMAND),
            line(HttpMethod.DELETE, "/api/callbacks/*", Policies.AGENT_COMMAND),
            line(HttpMethod.GET, "/api/skill-moves", Policies.AGENT_COMMAND),
            line(HttpMethod.POST, "/api/skill-moves", Policies.AGENT_COMMAND),
            line(HttpMethod.DELETE, "/api/skill-moves/*", Policies.AGENT_COMMAND),
            line(HttpMethod.GET, "/api/agents/*/intervals", Policies.AGENT_READ),
            line(HttpMethod.GET, "/api/notice-acknowledgements", Policies.AGENT_READ),
            line(HttpMethod.PUT, "/api/agents/*/state", Policies.AGENT_COMMAND),
            line(HttpMethod.POST, "/api/agents/*/sign-out", Policies.AGENT_COMMAND),
            line(HttpMethod.GET, "/api/agent-mobiles", Policies.AGENT_MOBILE_SET),
            line(HttpMethod.PUT, "/api/agents/*/mobile", Policies.AGENT_MOBILE_SET),
            line(HttpMethod.DELETE, "/api/agents/*/mobile", Policies.AGENT_MOBILE_SET),
            line(HttpMethod.GET, "/api/customers", Policies.CUSTOMER_READ),
            line(HttpMethod.GET, "/api/customers/*", Policies.CUSTOMER_READ),
            line(HttpMethod.POST, "/api/customers", Policies.CUSTOMER_CREATE),
            line(HttpMethod.POST, "/api/customers/search", Policies.CUSTOMER_READ),
            line(HttpMethod.POST, "/api/customers/*/disclosure", Policies.CUSTOMER_DISCLOSE),
            line(HttpMethod.GET, "/api/measures", Policies.MEASURE_READ),
            line(HttpMethod.GET, "/api/measures/definitions", Policies.MEASURE_READ),
            line(HttpMethod.GET, "/api/claims", Policies.CLAIM_READ),
            line(HttpMethod.GET, "/api/claims/*", Policies.CLAIM_READ),
            line(HttpMethod.POST, "/api/probes/*/runs", Policies.PROBE_RUN),
            line(HttpMethod.GET, "/api/probes/*/runs/*", Policies.CLAIM_READ),
            line(HttpMethod.GET, "/api/equipment", Policies.EQUIPMENT_READ),
            line(HttpMethod.PUT, "/api/equipment", Policies.EQUIPMENT_FILE),
            line(HttpMethod.POST, "/api/packs", Policies.PACK_MAKE),
            line(HttpMethod.GET, "/api/packs", Policies.PACK_MAKE),
            line(HttpMethod.GET, "/api/packs/*", Policies.PACK_MAKE),
            line(HttpMethod.GET, "/api/packs/*/content", Policies.PACK_MAKE),
            line(HttpMethod.POST, "/api/packs/*/verification", Policies.PACK_MAKE),
            line(HttpMethod.GET, "/api/gate", Policies.GATE_READ, Policies.GATE_PROPOSE, Policies.GATE_APPROVE),
            line(HttpMethod.POST, "/api/gate/changes", Policies.GATE_PROPOSE),
            line(HttpMethod.POST, "/api/gate/changes/*/decision", Policies.GATE_APPROVE),
            line(HttpMethod.GET, "/api/gate/decisions", Policies.GATE_READ),
            line(HttpMethod.POST, "/api/gate/decisions/search", Policies.GATE_READ),
            line(HttpMethod.POST, "/api/gate/trials", Policies.GATE_PROPOSE),
            line(HttpMethod.GET, "/api/consents", Policies.CONSENT_READ),
            line(HttpMethod.POST, "/api/consents/search", Policies.CONSENT_READ),
            line(HttpMethod.POST, "/api/consents", Policies.CONSENT_RECORD),
            line(HttpMethod.POST, "/api/consents/*/withdrawal", Policies.CONSENT_RECORD),
            line(HttpMethod.GET, "/api/do-not-call", Policies.DO_NOT_CALL_READ),
            line(HttpMethod.POST, "/api/do-not-call", Policies.DO_NOT_CALL_ADD),
            line(HttpMethod.POST, "/api/do-not-call/*/reversal", Policies.DO_NOT_CALL_REVERSE),
            line(HttpMethod.GET, "/api/outside-numbers", Policies.OUTSIDE_NUMBER_READ),
            line(HttpMethod.POST, "/api/outside-numbers", Policies.OUTSIDE_NUMBER_MANAGE),
            line(HttpMethod.DELETE, "/api/outside-numbers/*", Policies.OUTSIDE_NUMBER_MANAGE),
            line(HttpMethod.GET, "/api/numbers", Policies.NUMBER_READ, Policies.GATE_APPROVE),
            line(HttpMethod.GET, "/api/numbers/alarms", Policies.NUMBER_READ),
            line(HttpMethod.POST, "/api/numbers", Policies.NUMBER_MANAGE),
            line(HttpMethod.PUT, "/api/numbers/*", Policies.NUMBER_MANAGE),
            line(HttpMethod.POST, "/api/numbers/*/filing", Policies.NUMBER_MANAGE),
            line(HttpMethod.POST, "/api/numbers/*/approval", Policies.GATE_APPROVE),
            line(HttpMethod.GET, "/api/trunks", Policies.TRUNK_READ),
            line(HttpMethod.GET, "/api/trunks/imports", Policies.TRUNK_READ),
            line(HttpMethod.POST, "/api/trunks/imports", Policies.TRUNK_IMPORT),
            line(HttpMethod.GET, "/api/ledger/checkpoint", Policies.LEDGER_READ),
            line(HttpMethod.GET, "/api/ledger/export", Policies.LEDGER_READ),
            line(HttpMethod.GET, "/api/ledger/entries", Policies.LEDGER_READ),
            line(HttpMethod.GET, "/actuator/mappings", Policies.MAPPINGS_READ));

    private AccessTable() {}

    /// One endpoint.
    ///
    /// @param path `*` stands for one segment
    /// @param policies one of them is enough; none: everybody who is signed in
    public record Line(@Nullable HttpMethod method, String path, boolean isOpen, List<String> policies) {
        public Line {
            policies = List.copyOf(policies);
        }
    }

    /// All lines.
    public static List<Line> lines() {
        return LINES;
    }

    private static Line open(HttpMethod method, String path) {
        return new Line(method, path, true, List.of());
    }

    private static Line line(HttpMethod method, String path, String... policies) {
        return new Line(method, path, false, List.of(policies));
    }
}
