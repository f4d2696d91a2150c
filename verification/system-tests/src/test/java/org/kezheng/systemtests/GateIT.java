package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.SipMessage;
import tools.jackson.databind.JsonNode;

/// Calls to the outside on the real PBX: what the gate refuses never reaches the carrier, what it lets out carries
/// an own number and is recorded.
class GateIT {
    private static final String NUMBER = "13355557777";

    /// Of its own: it changes what holds for all calls of the installation.
    private final CallCentre centre = CallCentre.open();

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void refusedCallsNeverReachTheCarrierAndAllowedOnesCarryAnOwnNumberOnly() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent2", phone);
                LiveSocket desk = agent.api().live()) {
            refused(agent, "information", null, "gate.outbound-off");
            OpenedGate.open(centre);
            refused(agent, "information", null, "gate.voucher");
            refused(agent, "marketing", null, "gate.purpose");
            String consent = OpenedGate.consent(agent, NUMBER);
            refused(agent, "survey", consent, "gate.voucher");
            assertThat(carrier.invitations()).isEmpty();
            assertThat(phone.invitations()).isEmpty();

            String call = click(agent, "information", consent)
                    .expect(202)
                    .json()
                    .path("call")
                    .asString();
            phone.awaitInvitation(1, SOON);
            SipMessage invite = carrier.awaitInvitation(1, SOON);
            assertThat(invite.text()).startsWith("INVITE sip:" + NUMBER + "@");
            assertThat(invite.header("From").orElseThrow()).contains("sip:4001@");
            assertThat(invite.header("P-Asserted-Identity").orElseThrow()).contains("sip:4001@");
            assertThat(invite.header("Diversion")).isEmpty();
            carrier.awaitAnswered(1, SOON);
            agent.awaitState("talking");
            desk.awaitChanges("outside-result", 1, SOON);
            assertThat(agent.api()
                            .read("/api/agent/calls/" + call)
                            .path("result")
                            .asString())
                    .isEqualTo("reached");
            carrier.hangUp();
            agent.awaitState("wrap-up");
            agent.api()
                    .send("POST", "/api/agent/wrap-up", Map.of("call", call, "disposition", "resolved", "note", ""))
                    .expect(200);
            JsonNode record = Await.until(
                    "the call's record is complete",
                    SOON,
                    () -> centre.supervisor().read("/api/calls/" + call),
                    one -> one.path("endedAt").isString());
            assertThat(record.path("outcome").asString()).isEqualTo("answered");

            refused(agent, "information", consent, "gate.frequency");
            Answer again = agent.api()
                    .send(
                            "POST",
                            "/api/agent/appointments",
                            Map.of(
                                    "call",
                                    call,
                                    "dueAt",
                                    Instant.now().plusSeconds(600).toString()));
            assertThat(again.expect(400).json().path("rule").asString())
                    .as("nobody asked for a call back in a call that was made to them")
                    .isEqualTo("appointment.consent");
            assertThat(carrier.invitations()).hasSize(1);
            JsonNode decisions = centre.auditor().read("/api/gate/decisions").path("items");
            assertThat(CallCentre.stream(decisions)
                            .anyMatch(one -> one.path("call").asString("").equals(call)
                                    && one.path("stage").asString().equals("dialled")
                                    && one.path("allowed").asBoolean()))
                    .isTrue();
        }
    }

    @Test
    void callThatAnAgentWantedAndWhoseOwnPhoneWasNotAnsweredIsNobodyElsesToMake() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone declining = AgentPhone.declining();
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent wanting = centre.agent("agent2", declining);
                PhoneAgent other = centre.agent("agent3", phone)) {
            OpenedGate.open(centre);
            String consent = OpenedGate.consent(wanting, NUMBER);
            other.ready();
            String call = click(wanting, "information", consent)
                    .expect(202)
                    .json()
                    .path("call")
                    .asString();
            declining.awaitInvitation(1, SOON);
            JsonNode record = Await.until(
                    "the call is over",
                    SOON,
                    () -> centre.supervisor().read("/api/calls/" + call),
                    one -> one.path("endedAt").isString());
            assertThat(record.path("outcome").asString()).isEqualTo("refused");
            assertThat(wanting.api()
                            .read("/api/agent/calls/" + call)
                            .path("result")
                            .asString())
                    .isEqualTo("own-phone");
            other.awaitState("ready");
            try (IncomingCall next = centre.dial("support", "13366660042")) {
                phone.awaitInvitation(1, SOON);
                other.awaitState("talking");
                assertThat(centre.stage(next)).isEqualTo("talking");
            }
            assertThat(phone.invitations()).hasSize(1);
            assertThat(carrier.invitations()).isEmpty();
        }
    }

    private void refused(PhoneAgent agent, String purpose, @Nullable String consent, String rule) {
        Answer answer = click(agent, purpose, consent);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("rule").asString()).isEqualTo(rule);
        assertThat(answer.text()).doesNotContain(NUMBER);
    }

    private static Answer click(PhoneAgent agent, String purpose, @Nullable String consent) {
        Map<String, String> call = consent == null
                ? Map.of("number", NUMBER, "purpose", purpose)
                : Map.of("number", NUMBER, "purpose", purpose, "voucher", consent);
        return agent.api().send("POST", "/api/agent/calls", call);
    }
}
