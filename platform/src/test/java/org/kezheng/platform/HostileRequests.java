package org.kezheng.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What nobody should send, at every place of requests that would be taken otherwise.
final class HostileRequests {
    private static final String NUMBER = "13312345678";
    private static final List<Object> VALUES = List.of(
            7,
            -1,
            1.5,
            Long.MIN_VALUE,
            Double.MAX_VALUE,
            true,
            List.of(),
            List.of("x"),
            Map.of(),
            Map.of("x", "y"),
            " ",
            "x",
            "-1",
            "99999999999999999999",
            "9223372036854775807",
            "\u0000",
            "a\nb",
            "\ud800",
            "客户",
            "😀".repeat(300),
            "9".repeat(10_000),
            "2026-02-30",
            "-999999999-01-01",
            "+999999999-12-31",
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "1970-01-01T00:00:00Z");
    private static final List<String> PLACES = List.of(
            "x", "-1", "0", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "%E5%AE%A2", "%20");

    /// A body that is taken, or comes as far as the state allows.
    private record Write(String user, String method, String path, Map<String, Object> body) {}

    private static final List<Write> WRITES = List.of(
            new Write("agent3", "PUT", "/api/agent/state", Map.of("state", "not-ready", "reason", "break")),
            new Write("agent3", "PUT", "/api/agent/device", Map.of("sip", "127.0.0.1:5070")),
            new Write("agent3", "PUT", "/api/agent/device", Map.of("browser", true)),
            new Write("agent3", "PUT", "/api/agent/device", Map.of("mobile", true)),
            new Write("agent3", "POST", "/api/agent/device/test", Map.of("microphone", "denied")),
            new Write("agent3", "POST", "/api/agent/notice", Map.of("version", 1)),
            new Write(
                    "agent3",
                    "POST",
                    "/api/agent/wrap-up",
                    Map.of("call", "{call}", "disposition", "resolved", "note", "")),
            new Write("agent3", "POST", "/api/calls/{id}/transfer", Map.of("queue", "consult")),
            new Write("agent3", "POST", "/api/calls/{id}/transfer", Map.of("agent", "agent2")),
            new Write("agent3", "POST", "/api/calls/{id}/transfer", Map.of("outsideNumber", "1")),
            new Write("agent3", "POST", "/api/calls/{id}/consultation", Map.of("queue", "consult")),
            new Write("agent3", "POST", "/api/calls/{id}/consultation", Map.of("agent", "agent2")),
            new Write("agent3", "POST", "/api/calls/{id}/consultation", Map.of("outsideNumber", "1")),
            new Write("agent3", "POST", "/api/calls/{id}/self-service", Map.of("flow", "order-number")),
            new Write("agent3", "POST", "/api/calls/{id}/keys", Map.of("keys", "1")),
            new Write("agent3", "POST", "/api/calls/{id}/hold", Map.of()),
            new Write("agent3", "POST", "/api/calls/{id}/mute", Map.of()),
            new Write("agent3", "POST", "/api/calls/{id}/recording/pause", Map.of()),
            new Write("agent3", "POST", "/api/calls/{id}/verification", Map.of("answers", Map.of("pin", "1234"))),
            new Write("agent3", "POST", "/api/agent/internal-calls", Map.of("agent", "agent2")),
            new Write("agent3", "DELETE", "/api/agent/internal-calls/{id}", Map.of()),
            new Write(
                    "agent3",
                    "POST",
                    "/api/agent/calls",
                    Map.of("number", NUMBER, "purpose", "survey", "voucher", "1", "ownNumber", "4001")),
            new Write("agent3", "POST", "/api/agent/calls", Map.of("customer", "1001", "purpose", "survey")),
            new Write(
                    "agent3",
                    "POST",
                    "/api/agent/appointments",
                    Map.of("number", NUMBER, "dueAt", "{soon}", "note", "", "queue", "support")),
            new Write("agent3", "POST", "/api/agent/appointments", Map.of("call", "{call}", "dueAt", "{soon}")),
            new Write("agent3", "PUT", "/api/agent/appointments/{id}", Map.of("dueAt", "{soon}")),
            new Write("agent3", "DELETE", "/api/agent/appointments/{id}", Map.of()),
            new Write(
                    "agent3",
                    "POST",
                    "/api/consents",
                    Map.of(
                            "number",
                            NUMBER,
                            "purpose",
                            "survey",
                            "means",
                            "web",
                            "textVersion",
                            "v1",
                            "givenAt",
                            "2026-01-05T00:00:00Z")),
            new Write("agent3", "POST", "/api/consents/search", Map.of("number", NUMBER)),
            new Write("agent3", "POST", "/api/consents/search", Map.of("customer", "1001")),
            new Write("agent3", "POST", "/api/consents/{id}/withdrawal", Map.of()),
            new Write("agent3", "POST", "/api/do-not-call", Map.of("number", NUMBER, "reason", "complaint")),
            new Write("supervisor1", "POST", "/api/do-not-call/{id}/reversal", Map.of()),
            new Write("agent3", "POST", "/api/nuisance-marks", Map.of("call", "{call}", "reason", "abuse")),
            new Write("supervisor1", "POST", "/api/nuisance-marks/{id}/confirmation", Map.of("days", 7)),
            new Write("supervisor1", "POST", "/api/nuisance-marks/{id}/lifting", Map.of()),
            new Write("agent3", "PUT", "/api/messages/{id}", Map.of("done", true)),
            new Write("agent3", "POST", "/api/messages/{id}/callback", Map.of()),
            new Write("agent3", "POST", "/api/customers", Map.of("name", "张三", "number", "13312340000")),
            new Write("agent3", "POST", "/api/customers/search", Map.of("number", NUMBER)),
            new Write("agent3", "POST", "/api/customers/{id}/disclosure", Map.of("reason", "回电")),
            new Write("agent3", "POST", "/api/customers/1001/disclosure", Map.of("reason", "回电")),
            new Write("supervisor1", "PUT", "/api/customers/1001/grade", Map.of("vip", false)),
            new Write("supervisor1", "PUT", "/api/customers/{id}/facts/pin", Map.of("value", "246813")),
            new Write("supervisor1", "PUT", "/api/customers/1001/facts/{id}", Map.of("value", "246813")),
            new Write("supervisor1", "PUT", "/api/customers/1001/facts/pin", Map.of("value", "246813")),
            new Write(
                    "supervisor1",
                    "PUT",
                    "/api/emergency",
                    Map.of("mode", "off", "cause", "drill", "text", "演练", "textEn", "Drill")),
            new Write("supervisor1", "POST", "/api/calls/{id}/move", Map.of("queue", "consult", "cause", "staffing")),
            new Write("supervisor1", "POST", "/api/calls/{id}/assign", Map.of("agent", "agent2", "cause", "staffing")),
            new Write("supervisor1", "POST", "/api/calls/{id}/release", Map.of("cause", "staffing")),
            new Write("supervisor1", "POST", "/api/calls/{id}/take-over", Map.of("cause", "staffing")),
            new Write("supervisor1", "POST", "/api/calls/{id}/pull", Map.of("cause", "staffing")),
            new Write("supervisor1", "POST", "/api/calls/{id}/listening", Map.of("mode", "listen")),
            new Write("supervisor1", "DELETE", "/api/callbacks/{id}", Map.of()),
            new Write(
                    "supervisor1",
                    "PUT",
                    "/api/agents/agent3/state",
                    Map.of("state", "not-ready", "reason", "break", "cause", "staffing")),
            new Write("supervisor1", "POST", "/api/agents/{id}/sign-out", Map.of("cause", "staffing")),
            new Write("supervisor1", "PUT", "/api/agents/agent2/mobile", Map.of("number", "13312349999")),
            new Write(
                    "supervisor1",
                    "POST",
                    "/api/skill-moves",
                    Map.of("agent", "agent3", "queue", "support", "minutes", 30)),
            new Write("supervisor1", "DELETE", "/api/skill-moves/{id}", Map.of()),
            new Write(
                    "supervisor1",
                    "POST",
                    "/api/gate/decisions/search",
                    Map.of(
                            "from",
                            "2026-01-01",
                            "until",
                            "2026-12-01",
                            "outcome",
                            "all",
                            "rule",
                            "gate.number",
                            "number",
                            NUMBER)),
            new Write(
                    "system1",
                    "POST",
                    "/api/gate/trials",
                    Map.of("number", NUMBER, "purpose", "survey", "voucher", "1", "ownNumber", "4001")),
            new Write(
                    "system1",
                    "POST",
                    "/api/gate/changes",
                    Map.of("parameter", "outbound.gap-minutes", "value", "241", "basis", "test")),
            new Write(
                    "system1",
                    "POST",
                    "/api/gate/changes",
                    Map.of("parameter", "outbound.hours", "value", "09:00-10:00", "basis", "test")),
            new Write("security1", "POST", "/api/gate/changes/{id}/decision", Map.of("decision", "rejected")),
            new Write("system1", "POST", "/api/outside-numbers", Map.of("label", "专家", "number", "02087654321")),
            new Write("system1", "DELETE", "/api/outside-numbers/{id}", Map.of()),
            new Write(
                    "system1",
                    "POST",
                    "/api/numbers",
                    Map.of(
                            "number",
                            "95123",
                            "certificate",
                            "粤号字-1",
                            "scope",
                            "",
                            "holder",
                            "",
                            "filedOn",
                            "2026-01-05",
                            "status",
                            "planned",
                            "outbound",
                            false)),
            new Write("system1", "PUT", "/api/numbers/{id}", Map.of("status", "planned")),
            new Write("system1", "POST", "/api/numbers/{id}/filing", Map.of("filedOn", "2026-01-05")),
            new Write("security1", "POST", "/api/numbers/{id}/approval", Map.of("changedAt", "2026-01-05T00:00:00Z")),
            new Write(
                    "auditor1",
                    "POST",
                    "/api/samples",
                    Map.of("criteria", Map.of(), "size", 5, "seed", "0123456789abcdef0123456789abcdef")),
            new Write("auditor1", "POST", "/api/packs", Map.of("kind", "case", "call", "{call}")),
            new Write("auditor1", "POST", "/api/packs/{id}/verification", Map.of()),
            new Write("auditor1", "POST", "/api/probes/{id}/runs", Map.of()),
            new Write(
                    "auditor1", "POST", "/api/calls/{id}/holds", Map.of("cause", "litigation", "reference", "2026-7")),
            new Write(
                    "auditor1",
                    "POST",
                    "/api/calls/{id}/holds/7/release",
                    Map.of("cause", "closed", "reference", "2026-7")));

    /// Reads; `{v}` stands for what is wrong.
    private static final List<Map.Entry<String, String>> READS = List.of(
            Map.entry("agent3", "/api/agent/calls/{v}"),
            Map.entry("agent3", "/api/agent/internal-calls/{v}"),
            Map.entry("agent3", "/api/calls/{v}/mute"),
            Map.entry("agent3", "/api/calls/{v}/outside-result"),
            Map.entry("agent3", "/api/calls/{v}/recording/pause"),
            Map.entry("agent3", "/api/calls/{v}/verification"),
            Map.entry("agent3", "/api/messages/{v}/sound"),
            Map.entry("agent3", "/api/messages?done={v}"),
            Map.entry("agent3", "/api/customers/{v}"),
            Map.entry("agent3", "/api/customers?after={v}"),
            Map.entry("auditor1", "/api/calls/{v}"),
            Map.entry("auditor1", "/api/calls/{v}/explanation"),
            Map.entry("auditor1", "/api/calls/{v}/recording"),
            Map.entry("auditor1", "/api/calls/7/recording?offer={v}"),
            Map.entry("auditor1", "/api/calls/{v}/retention"),
            Map.entry("auditor1", "/api/journeys/{v}"),
            Map.entry("auditor1", "/api/calls?queue={v}"),
            Map.entry("auditor1", "/api/calls?agent={v}"),
            Map.entry("auditor1", "/api/calls?outcome={v}"),
            Map.entry("auditor1", "/api/calls?from={v}"),
            Map.entry("auditor1", "/api/calls?to={v}"),
            Map.entry("auditor1", "/api/calls?limit={v}"),
            Map.entry("auditor1", "/api/calls?after={v}"),
            Map.entry("auditor1", "/api/recordings?queue={v}"),
            Map.entry("auditor1", "/api/recordings?agent={v}"),
            Map.entry("auditor1", "/api/recordings?disposition={v}"),
            Map.entry("auditor1", "/api/recordings?from={v}"),
            Map.entry("auditor1", "/api/recordings?to={v}"),
            Map.entry("auditor1", "/api/recordings?minSeconds={v}"),
            Map.entry("auditor1", "/api/recordings?maxSeconds={v}"),
            Map.entry("auditor1", "/api/recordings?after={v}"),
            Map.entry("auditor1", "/api/samples/{v}"),
            Map.entry("auditor1", "/api/packs/{v}"),
            Map.entry("auditor1", "/api/packs/{v}/content"),
            Map.entry("auditor1", "/api/measures?day={v}"),
            Map.entry("auditor1", "/api/trunks?day={v}"),
            Map.entry("auditor1", "/api/claims/{v}"),
            Map.entry("auditor1", "/api/probes/x/runs/{v}"),
            Map.entry("auditor1", "/api/agents/{v}/intervals"),
            Map.entry("auditor1", "/api/agents/agent1/intervals?from={v}"),
            Map.entry("auditor1", "/api/agents/agent1/intervals?to={v}"),
            Map.entry("auditor1", "/api/ledger/entries?kind={v}&id=7"),
            Map.entry("auditor1", "/api/ledger/entries?kind=call&id={v}"));

    private final Function<String, ApiClient> signedIn;
    private final String soon;
    private final String call;
    private final List<String> wrong = new ArrayList<>();

    /// @param soon an instant to come
    /// @param call that agent3 has in hand
    HostileRequests(Function<String, ApiClient> signedIn, String soon, String call) {
        this.signedIn = signedIn;
        this.soon = soon;
        this.call = call;
    }

    /// Where the platform failed, or refused without saying by which rule; and where it took a value of another
    /// kind for what it is not.
    List<String> violations() {
        for (Write write : WRITES) {
            sweepPlaces(write);
            sweepFields(write);
        }
        READS.forEach(this::sweepRead);
        return wrong;
    }

    private void sweepPlaces(Write write) {
        if (write.path().contains("{id}")) {
            for (String place : PLACES) {
                check(write, write.path().replace("{id}", place), body(write), "place " + place);
            }
        }
    }

    private void sweepFields(Write write) {
        String path = write.path().replace("/calls/{id}", "/calls/" + call).replace("{id}", "7");
        check(write, path, List.of(), "a list");
        check(write, path, "", "a text");
        body(write).forEach((field, meant) -> {
            for (Object value : VALUES) {
                Map<String, Object> body = body(write);
                body.put(field, value);
                Answer answer = check(write, path, body, field + " " + value);
                if (answer.status() < 300 && !isOfOneKind(value, meant)) {
                    wrong.add(told(write, path, field + " " + value, answer));
                }
            }
        });
        if (!write.body().isEmpty()) {
            Map<String, Object> body = body(write);
            body.put("nothing", "x");
            Answer answer = check(write, path, body, "an unknown field");
            if (answer.status() != 400) {
                wrong.add(told(write, path, "an unknown field", answer));
            }
        }
    }

    private void sweepRead(Map.Entry<String, String> read) {
        Write write = new Write(read.getKey(), "GET", read.getValue(), Map.of());
        List<String> places = new ArrayList<>(PLACES);
        places.addAll(List.of(
                "2026-02-30",
                "-999999999-01-01",
                "%2B999999999-12-31",
                "-999999999-01-01T00:00:00Z",
                "%2B999999999-12-31T23:59:59Z",
                "9".repeat(2_000)));
        for (String place : places) {
            check(write, read.getValue().replace("{v}", place), Map.of(), place);
        }
    }

    private static boolean isOfOneKind(Object value, Object meant) {
        return (value instanceof String && meant instanceof String)
                || (value instanceof Integer && meant instanceof Integer)
                || (value instanceof Boolean && meant instanceof Boolean)
                || (value instanceof Map && meant instanceof Map);
    }

    private Map<String, Object> body(Write write) {
        Map<String, Object> body = new HashMap<>(write.body());
        body.replaceAll((field, value) -> value.equals("{soon}") ? soon : value.equals("{call}") ? call : value);
        return body;
    }

    private Answer check(Write write, String path, Object body, String what) {
        ApiClient person = signedIn.apply(write.user());
        Answer answer = write.method().equals("GET") ? person.get(path) : person.send(write.method(), path, body);
        boolean isTaken = answer.status() < 300;
        boolean isRefused = answer.status() >= 400 && answer.status() < 500 && hasRule(answer);
        // Without the PBX some things cannot be done; they say so.
        boolean isAway =
                answer.status() == 503 && hasRule(answer) && !answer.text().contains("database.unavailable");
        if (!isTaken && !isRefused && !isAway) {
            wrong.add(told(write, path, what, answer));
        }
        return answer;
    }

    private static boolean hasRule(Answer answer) {
        try {
            JsonNode rule = answer.json().get("rule");
            return rule != null && !rule.asString().isBlank();
        } catch (JacksonException none) {
            return false;
        }
    }

    private static String told(Write write, String path, String what, Answer answer) {
        String shortened = what.length() > 60 ? what.substring(0, 60) : what;
        String address = path.length() > 90 ? path.substring(0, 90) : path;
        String text = answer.text().length() > 200 ? answer.text().substring(0, 200) : answer.text();
        return write.user() + " " + write.method() + " " + address + " [" + shortened + "]: " + answer.status() + " "
                + text;
    }
}
