package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// Two trunks with lines to spare that may begin one call a minute each: the second call takes the other trunk,
/// the third is refused by its rule, and none goes out faster than the carrier allows.
class TrunkRateIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(75);

    private final CallCentre centre = CallCentre.open();
    private final String first = AgentPhone.nowhere();
    private final String second = AgentPhone.nowhere();

    @BeforeEach
    void layTwoSlowTrunks() throws IOException {
        TwoTrunks.lay(centre, first, second, 5, 1);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void callBeyondTheRateOfATrunkTakesTheNextAndBeyondBothIsRefusedUntilTheMinuteIsOver() {
        try (AgentPhone one = AgentPhone.carrierAt(first);
                AgentPhone two = AgentPhone.carrierAt(second);
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone)) {
            call(agent, "13355550011", one);
            assertThat(one.invitations()).hasSize(1);
            assertThat(two.invitations()).isEmpty();
            call(agent, "13355550012", two);
            assertThat(one.invitations()).hasSize(1);
            assertThat(two.invitations()).hasSize(1);

            String voucher = OpenedGate.consent(agent, "13355550013");
            Answer refused = click(agent, "13355550013", voucher);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("rule").asString()).isEqualTo("gate.trunk");
            assertThat(refused.json().path("rules").toString())
                    .contains("gate.trunk:rate")
                    .doesNotContain("full");
            assertThat(phone.invitations()).as("nobody's phone rings for it").hasSize(2);
            assertThat(trunks().path("all").path("blockedRate").asInt()).isEqualTo(1);

            Await.until(
                    "a call may be begun again",
                    A_MINUTE,
                    () -> click(agent, "13355550013", voucher).status(),
                    status -> status == 202);
            one.awaitInvitation(2, SOON);
            Duration between = Duration.between(
                    one.invitations().getFirst().at(),
                    one.invitations().getLast().at());
            assertThat(between).isGreaterThanOrEqualTo(Duration.ofSeconds(59));
            assertThat(two.invitations()).hasSize(1);
        }
    }

    /// Calls, is put through by that carrier, and is done with it.
    private static void call(PhoneAgent agent, String number, AgentPhone carrier) {
        String call = click(agent, number, OpenedGate.consent(agent, number))
                .expect(202)
                .json()
                .path("call")
                .asString();
        carrier.awaitAnswered(1, SOON);
        Await.until(
                "the customer is reached",
                SOON,
                () -> agent.api()
                        .read("/api/agent/calls/" + call)
                        .path("result")
                        .asString(""),
                "reached"::equals);
        carrier.hangUp();
        agent.awaitState("wrap-up");
        agent.api()
                .send("POST", "/api/agent/wrap-up", Map.of("call", call, "disposition", "resolved", "note", ""))
                .expect(200);
    }

    private static Answer click(PhoneAgent agent, String number, String voucher) {
        Map<String, String> wanted = Map.of("number", number, "purpose", "information", "voucher", voucher);
        return agent.api().send("POST", "/api/agent/calls", wanted);
    }

    private JsonNode trunks() {
        return centre.supervisor().read("/api/trunks");
    }
}
