package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.SipMessage;
import tools.jackson.databind.JsonNode;

/// Two trunks of one line each: what the first cannot take goes by the second, what none can take is refused, and
/// the time in which all are taken is counted.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrunkIT {
    private final CallCentre centre = CallCentre.open();
    private final String first = AgentPhone.nowhere();
    private final String second = AgentPhone.nowhere();

    @BeforeAll
    void layTwoTrunks() throws IOException {
        TwoTrunks.lay(centre, first, second, 1, 60);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void fullTrunkLeavesTheCallToTheNextAndBusyTimeCountsWhileBothAreTaken() {
        try (AgentPhone one = AgentPhone.carrierAt(first);
                AgentPhone two = AgentPhone.carrierAt(second);
                AgentPhone phone2 = AgentPhone.answeringAfter(Duration.ofMillis(100));
                AgentPhone phone3 = AgentPhone.answeringAfter(Duration.ofMillis(100));
                AgentPhone phone4 = AgentPhone.answeringAfter(Duration.ofMillis(100));
                PhoneAgent agent2 = centre.agent("agent2", phone2);
                PhoneAgent agent3 = centre.agent("agent3", phone3);
                PhoneAgent agent4 = centre.agent("agent4", phone4)) {
            String call2 = reached(agent2, "13355550001");
            one.awaitAnswered(1, SOON);
            assertThat(seconds(view().path("all").path("busyOutSeconds"))).isZero();
            String call3 = reached(agent3, "13355550002");
            two.awaitAnswered(1, SOON);
            assertThat(one.invitations()).hasSize(1);

            Answer refused = click(agent4, "13355550003");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("rule").asString()).isEqualTo("gate.trunk");
            assertThat(refused.json().path("rules").toString()).contains("gate.trunk:full");
            assertThat(phone4.invitations()).isEmpty();

            JsonNode busy = awaitBusy(1);
            assertThat(busy.path("all").path("blockedFull").asInt()).isEqualTo(1);
            Installation.kill(centre.status().platformPid());
            centre.up();
            JsonNode again = awaitBusy(seconds(busy.path("all").path("busyOutSeconds")) + 1);
            assertThat(again.path("trunks")
                            .valueStream()
                            .map(trunk -> trunk.path("now").path("out").asInt()))
                    .containsExactly(1, 1);
            assertThat(again.path("all").path("blockedFull").asInt()).isEqualTo(1);

            one.hangUp();
            awaitLines("first", 0);
            double counted = seconds(view().path("all").path("busyOutSeconds"));
            Await.until(
                    "the second trunk's time goes on",
                    SOON,
                    () -> seconds(trunk("second").path("busySeconds")),
                    taken -> taken > counted + 1);
            assertThat(seconds(view().path("all").path("busyOutSeconds"))).isEqualTo(counted);
            two.hangUp();
            awaitLines("second", 0);
            wrapUp(agent2, call2);
            wrapUp(agent3, call3);
        }
    }

    @Test
    void trunkThatRefusesLeavesTheCallToTheNextWithOneDecisionOfTheGate() {
        try (AgentPhone one = AgentPhone.fullCarrierAt(first);
                AgentPhone two = AgentPhone.carrierAt(second);
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(100));
                PhoneAgent agent = centre.agent("agent1", phone)) {
            long notTaken = trunk("first").path("notTaken").asLong();
            String call = reached(agent, "13355550004");
            SipMessage invite = two.awaitInvitation(1, SOON);
            assertThat(one.invitations()).hasSize(1);
            assertThat(invite.text()).startsWith("INVITE sip:13355550004@");
            assertThat(invite.header("From").orElseThrow()).contains("sip:4001@");
            assertThat(two.invitations()).hasSize(1);
            assertThat(trunk("first").path("notTaken").asLong()).isEqualTo(notTaken + 1);
            List<JsonNode> decisions = CallCentre.stream(
                            centre.auditor().read("/api/gate/decisions").path("items"))
                    .filter(decision -> decision.path("call").asString("").equals(call))
                    .toList();
            assertThat(decisions).hasSize(1);
            assertThat(decisions.getFirst().path("stage").asString()).isEqualTo("dialled");
            two.hangUp();
            wrapUp(agent, call);
        }
    }

    @Test
    void carriersFiguresComeByAFileOfWhichEachBadLineIsNamed() {
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        try (ApiClient system = centre.signIn("system1")) {
            Answer bad = system.sendFile(
                    "/api/trunks/imports",
                    "text/csv",
                    "trunk,day,attempts,lost\nnone," + day + ",5,1\nfirst," + day + ",5,6\n");
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.json().path("rule").asString()).isEqualTo("carrier.file");
            assertThat(bad.json()
                            .path("lines")
                            .valueStream()
                            .map(line ->
                                    line.path("line") + " " + line.path("field").asString()))
                    .containsExactly("2 trunk", "3 lost");
            String good = "trunk,day,attempts,lost\nfirst," + day + ",120,3\n";
            JsonNode taken = system.sendFile("/api/trunks/imports", "text/csv", good)
                    .expect(201)
                    .json();
            assertThat(taken.path("importedBy").asString()).isEqualTo("system1");
            assertThat(taken.path("sha256").asString()).hasSize(64);
            JsonNode carrier = trunk("first").path("carrier");
            assertThat(carrier.path("attempts").asInt()).isEqualTo(120);
            assertThat(carrier.path("lost").asInt()).isEqualTo(3);
            Answer same = system.sendFile("/api/trunks/imports", "text/csv", good);
            assertThat(same.status()).isEqualTo(409);
            assertThat(same.json().path("rule").asString()).isEqualTo("carrier.same-file");
            JsonNode entries = centre.auditor()
                    .read("/api/ledger/entries?kind=carrier-import&id="
                            + taken.path("id").asString());
            assertThat(entries.toString())
                    .contains("carrier.imported", taken.path("sha256").asString());
            system.signOut();
        }
    }

    /// Calls the number and waits until somebody has answered there.
    private static String reached(PhoneAgent agent, String number) {
        String call = click(agent, number).expect(202).json().path("call").asString();
        Await.until(
                "the customer is reached",
                SOON,
                () -> agent.api().read("/api/agent/calls/" + call),
                outcome -> outcome.path("result").asString("").equals("reached"));
        return call;
    }

    private static Answer click(PhoneAgent agent, String number) {
        String voucher = OpenedGate.consent(agent, number);
        return agent.api()
                .send(
                        "POST",
                        "/api/agent/calls",
                        Map.of("number", number, "purpose", "information", "voucher", voucher));
    }

    private static void wrapUp(PhoneAgent agent, String call) {
        agent.awaitState("wrap-up");
        agent.api()
                .send("POST", "/api/agent/wrap-up", Map.of("call", call, "disposition", "resolved", "note", ""))
                .expect(200);
    }

    private JsonNode view() {
        return centre.supervisor().read("/api/trunks");
    }

    private JsonNode trunk(String code) {
        return view().path("trunks")
                .valueStream()
                .filter(trunk -> trunk.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode awaitBusy(double seconds) {
        return Await.until(
                "all trunks were taken for " + seconds + " s",
                SOON,
                this::view,
                view -> seconds(view.path("all").path("busyOutSeconds")) >= seconds);
    }

    private void awaitLines(String code, int out) {
        Await.until(
                "the trunk " + code + " has " + out + " lines in use",
                SOON,
                () -> trunk(code).path("now"),
                now -> now.path("seen").asBoolean() && now.path("out").asInt(-1) == out);
    }

    private static double seconds(JsonNode node) {
        return node.asDouble();
    }
}
