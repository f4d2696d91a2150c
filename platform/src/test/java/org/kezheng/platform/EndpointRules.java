package org.kezheng.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may reach which endpoint, written out once more, so that a change of the access table or of a role's
/// policies is seen here.
final class EndpointRules {
    private static final String AGENT = "agent";
    private static final String SUPERVISOR = "supervisor";
    private static final String AUDITOR = "auditor";
    private static final String SYSTEM = "system-administrator";
    private static final String SECURITY = "security-administrator";
    private static final Set<String> SIGNED_IN = Set.of(AGENT, SUPERVISOR, AUDITOR, SYSTEM, SECURITY);
    private static final Set<String> EVERYBODY = Set.of("", AGENT, SUPERVISOR, AUDITOR, SYSTEM, SECURITY);

    private static final List<Rule> RULES = List.of(
            new Rule("POST", "/api/session", EVERYBODY),
            new Rule("GET", "/api/session", EVERYBODY),
            new Rule("POST", "/api/administrator", EVERYBODY),
            new Rule("GET", "/actuator/health", EVERYBODY),
            new Rule("GET", "/actuator/prometheus", EVERYBODY),
            new Rule("GET", "/v3/api-docs", SIGNED_IN),
            new Rule("GET", "/v3/api-docs.yaml", SIGNED_IN),
            new Rule("GET", "/api/configuration", Set.of(AGENT, SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("GET", "/api/calendar", Set.of(AGENT, SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("GET", "/api/agent", Set.of(AGENT, SUPERVISOR)),
            new Rule("PUT", "/api/agent/state", Set.of(AGENT)),
            new Rule("PUT", "/api/agent/device", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/agent/mobile", Set.of(AGENT)),
            new Rule("GET", "/api/agent-mobiles", Set.of(SUPERVISOR)),
            new Rule("PUT", "/api/agents/{agent}/mobile", Set.of(SUPERVISOR)),
            new Rule("DELETE", "/api/agents/{agent}/mobile", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/agent/device/test", Set.of(AGENT)),
            new Rule("GET", "/api/agent/softphone", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/agent/notice", Set.of(AGENT)),
            new Rule("POST", "/api/agent/notice", Set.of(AGENT)),
            new Rule("POST", "/api/agent/wrap-up", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/agent/transfer-targets", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/transfer", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/calls/{id}/outside-result", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/hold", Set.of(AGENT, SUPERVISOR)),
            new Rule("DELETE", "/api/calls/{id}/hold", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/calls/{id}/mute", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/mute", Set.of(AGENT, SUPERVISOR)),
            new Rule("DELETE", "/api/calls/{id}/mute", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/keys", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/consultation", Set.of(AGENT, SUPERVISOR)),
            new Rule("DELETE", "/api/calls/{id}/consultation", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/consultation/swap", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/consultation/conference", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/consultation/completion", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/agent/internal-calls", Set.of(AGENT)),
            new Rule("GET", "/api/agent/internal-calls/{id}", Set.of(AGENT)),
            new Rule("DELETE", "/api/agent/internal-calls/{id}", Set.of(AGENT)),
            new Rule("POST", "/api/calls/{id}/self-service", Set.of(AGENT, SUPERVISOR)),
            new Rule("DELETE", "/api/calls/{id}/self-service", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/agent/calls", Set.of(AGENT)),
            new Rule("GET", "/api/agent/calls/{id}", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/agent/appointments", Set.of(AGENT)),
            new Rule("POST", "/api/agent/appointments", Set.of(AGENT)),
            new Rule("PUT", "/api/agent/appointments/{id}", Set.of(AGENT)),
            new Rule("DELETE", "/api/agent/appointments/{id}", Set.of(AGENT)),
            new Rule("GET", "/api/live", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/calls", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/calls/{id}", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/calls/{id}/explanation", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/calls/{id}/recording", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/calls/{id}/recording/pause", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/recording/pause", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/recording/resume", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/messages", Set.of(AGENT, SUPERVISOR)),
            new Rule("GET", "/api/messages/{id}/sound", Set.of(AGENT, SUPERVISOR)),
            new Rule("PUT", "/api/messages/{id}", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/messages/{id}/callback", Set.of(AGENT)),
            new Rule("POST", "/api/nuisance-marks", Set.of(AGENT)),
            new Rule("GET", "/api/nuisance-marks", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/nuisance-marks/{id}/confirmation", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/nuisance-marks/{id}/lifting", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/journeys", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/journeys/{id}", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/calls/{id}/verification", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/verification", Set.of(AGENT, SUPERVISOR)),
            new Rule("PUT", "/api/customers/{id}/facts/{id}", Set.of(SUPERVISOR)),
            new Rule("PUT", "/api/customers/{id}/grade", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/calls/{id}/retention", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/holds", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/recordings", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/samples", Set.of(AUDITOR)),
            new Rule("GET", "/api/samples", Set.of(AUDITOR)),
            new Rule("GET", "/api/samples/{id}", Set.of(AUDITOR)),
            new Rule("POST", "/api/calls/{id}/holds", Set.of(AUDITOR)),
            new Rule("POST", "/api/calls/{id}/holds/{hold}/release", Set.of(AUDITOR)),
            new Rule("POST", "/api/calls/{id}/listening", Set.of(SUPERVISOR)),
            new Rule("DELETE", "/api/calls/{id}/listening", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/emergency", Set.of(SUPERVISOR)),
            new Rule("PUT", "/api/emergency", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/emergencies", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/calls/{id}/move", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/assign", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/take-over", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/pull", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/calls/{id}/release", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/callbacks", Set.of(SUPERVISOR)),
            new Rule("DELETE", "/api/callbacks/{id}", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/skill-moves", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/skill-moves", Set.of(SUPERVISOR)),
            new Rule("DELETE", "/api/skill-moves/{id}", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/agents/{agent}/intervals", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/notice-acknowledgements", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("PUT", "/api/agents/{agent}/state", Set.of(SUPERVISOR)),
            new Rule("POST", "/api/agents/{agent}/sign-out", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/customers", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/customers/{id}", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/customers", Set.of(AGENT)),
            new Rule("POST", "/api/customers/search", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/customers/{id}/disclosure", Set.of(AGENT)),
            new Rule("GET", "/api/measures", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/measures/definitions", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("GET", "/api/claims", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("GET", "/api/claims/{id}", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("POST", "/api/probes/{id}/runs", Set.of(AUDITOR)),
            new Rule("GET", "/api/probes/{id}/runs/{run}", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("GET", "/api/equipment", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("PUT", "/api/equipment", Set.of(SYSTEM)),
            new Rule("POST", "/api/packs", Set.of(AUDITOR)),
            new Rule("GET", "/api/packs", Set.of(AUDITOR)),
            new Rule("GET", "/api/packs/{id}", Set.of(AUDITOR)),
            new Rule("GET", "/api/packs/{id}/content", Set.of(AUDITOR)),
            new Rule("POST", "/api/packs/{id}/verification", Set.of(AUDITOR)),
            new Rule("GET", "/api/gate", Set.of(SUPERVISOR, AUDITOR, SYSTEM, SECURITY)),
            new Rule("POST", "/api/gate/changes", Set.of(SYSTEM)),
            new Rule("POST", "/api/gate/changes/{id}/decision", Set.of(SECURITY)),
            new Rule("GET", "/api/gate/decisions", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/gate/decisions/search", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/gate/trials", Set.of(SYSTEM)),
            new Rule("GET", "/api/consents", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/consents/search", Set.of(AGENT, SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/consents", Set.of(AGENT)),
            new Rule("POST", "/api/consents/{id}/withdrawal", Set.of(AGENT)),
            new Rule("GET", "/api/do-not-call", Set.of(SUPERVISOR, AUDITOR)),
            new Rule("POST", "/api/do-not-call", Set.of(AGENT, SUPERVISOR)),
            new Rule("POST", "/api/do-not-call/{id}/reversal", Set.of(SUPERVISOR)),
            new Rule("GET", "/api/outside-numbers", Set.of(AGENT, SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("POST", "/api/outside-numbers", Set.of(SYSTEM)),
            new Rule("DELETE", "/api/outside-numbers/{id}", Set.of(SYSTEM)),
            new Rule("GET", "/api/trunks", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("GET", "/api/trunks/imports", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("POST", "/api/trunks/imports", Set.of(SYSTEM)),
            new Rule("GET", "/api/numbers", Set.of(SUPERVISOR, AUDITOR, SYSTEM, SECURITY)),
            new Rule("GET", "/api/numbers/alarms", Set.of(SUPERVISOR, AUDITOR, SYSTEM)),
            new Rule("POST", "/api/numbers", Set.of(SYSTEM)),
            new Rule("PUT", "/api/numbers/{id}", Set.of(SYSTEM)),
            new Rule("POST", "/api/numbers/{id}/filing", Set.of(SYSTEM)),
            new Rule("POST", "/api/numbers/{id}/approval", Set.of(SECURITY)),
            new Rule("GET", "/api/ledger/checkpoint", Set.of(AUDITOR, SECURITY)),
            new Rule("GET", "/api/ledger/export", Set.of(AUDITOR, SECURITY)),
            new Rule("GET", "/api/ledger/entries", Set.of(AUDITOR, SECURITY)),
            new Rule("GET", "/actuator/mappings", Set.of(SECURITY)),
            new Rule("GET", "/actuator/env", Set.of()),
            new Rule("GET", "/api/nothing", Set.of()),
            new Rule("DELETE", "/api/session", SIGNED_IN));

    private EndpointRules() {}

    private record Rule(String method, String path, Set<String> roles) {}

    /// Endpoints that the application has and no rule names.
    static List<String> unruled(ApplicationContext context) {
        RequestMappingHandlerMapping mappings =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Set<String> known = new TreeSet<>();
        RULES.forEach(rule -> known.add(rule.method() + " " + shape(rule.path())));
        List<String> unruled = new ArrayList<>();
        for (RequestMappingInfo endpoint : mappings.getHandlerMethods().keySet()) {
            for (String path : endpoint.getPatternValues()) {
                endpoint.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + shape(path))
                        .filter(line -> !known.contains(line))
                        .forEach(unruled::add);
            }
        }
        return unruled;
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "*");
    }

    /// Where the person, `""` for a stranger, got an answer that the rules do not say. Signs the person out at
    /// last.
    static List<String> violations(ApiClient person, String role) {
        List<String> violations = new ArrayList<>();
        for (Rule rule : RULES) {
            String path = rule.path()
                    .replace("{id}", "7")
                    .replace("{hold}", "7")
                    .replace("{agent}", "agent1")
                    .replace("{run}", "7");
            Answer answer = rule.method().equals("GET") ? person.get(path) : person.send(rule.method(), path, Map.of());
            boolean isRefused = answer.status() == 403 || (answer.status() == 401 && !isAboutSigningIn(rule));
            if (isRefused == rule.roles().contains(role)) {
                violations.add(role + " " + rule.method() + " " + path + " " + answer.status());
            }
        }
        return violations;
    }

    /// These answer a stranger by 401 of their own.
    private static boolean isAboutSigningIn(Rule rule) {
        return rule.roles().contains("");
    }
}
