package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHeardNoMore;
import static org.kezheng.systemtests.Ear.awaitHears;
import static org.kezheng.systemtests.HandOutTalk.AGENTS_TONE;
import static org.kezheng.systemtests.HandOutTalk.CALLERS_TONE;
import static org.kezheng.systemtests.HandOutTalk.PARTNERS_TONE;
import static org.kezheng.systemtests.HandOutTalk.awaitMusicOnly;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// A supervisor who took a talk over does with the caller what an agent does: asks somebody outside, and hands out.
class SupervisorHandOutIT {
    private static final double SUPERVISORS_TONE = 1_700;

    /// Of its own: it changes what holds for all calls of the installation.
    private final CallCentre centre = CallCentre.open();

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void supervisorWhoTookATalkOverAsksOutsideAndHandsTheCallerOut() {
        OpenedGate.open(centre);
        String partner = OpenedGate.listNumber(centre, "Partner", "02087654321");
        JsonNode before = supportQueue();
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone supervisorsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = centre.dial("support")) {
            call.sound().speak(CALLERS_TONE);
            phone.sound().speak(AGENTS_TONE);
            agent.awaitState("talking");
            awaitHears(call.sound(), AGENTS_TONE);
            carrier.sound().speak(PARTNERS_TONE);
            supervisorsPhone.sound().speak(SUPERVISORS_TONE);
            own("PUT", "agent/device", Map.of("sip", supervisorsPhone.address()));
            own("POST", "calls/" + call.id() + "/take-over", Map.of("cause", "customer"));
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "transferred", "").expect(200);
            awaitHears(call.sound(), SUPERVISORS_TONE);

            own("POST", "calls/" + call.id() + "/consultation", Map.of("outsideNumber", partner));
            awaitHears(supervisorsPhone.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), SUPERVISORS_TONE);
            awaitHeardNoMore(call.sound(), SUPERVISORS_TONE);
            awaitMusicOnly(call.sound());
            own("POST", "calls/" + call.id() + "/consultation/swap", Map.of());
            awaitHears(call.sound(), SUPERVISORS_TONE);
            awaitHeardNoMore(carrier.sound(), SUPERVISORS_TONE);
            awaitMusicOnly(carrier.sound());
            own("DELETE", "calls/" + call.id() + "/consultation", Map.of());
            awaitHears(supervisorsPhone.sound(), CALLERS_TONE);

            own("POST", "calls/" + call.id() + "/transfer", Map.of("outsideNumber", partner));
            carrier.awaitAnswered(2, SOON);
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            awaitHeardNoMore(call.sound(), SUPERVISORS_TONE);
            awaitSupervisorIs("wrap-up");
            own("POST", "agent/wrap-up", Map.of("call", call.id(), "disposition", "transferred", "note", ""));
            awaitSupervisorIs("not-ready");
            carrier.hangUp();
            call.awaitHungUp(SOON);
            JsonNode record =
                    LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 0) && LegRecords.isOver(legs, 1));
            assertThat(CallCentre.stream(record.path("outsideLegs"))
                            .map(leg -> leg.path("way").asString() + " "
                                    + leg.path("result").asString()))
                    .containsExactly("consultation answered", "transfer answered");
            LegRecords.assertFollowed(record, 1);
            assertThat(CallCentre.stream(record.path("offers"))
                            .map(offer -> offer.path("agent").asString() + " "
                                    + offer.path("outcome").asString()))
                    .containsExactly("agent2 answered", "supervisor1 answered");
            assertThat(record.path("agent").asString()).isEqualTo("supervisor1");
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
        }
        JsonNode after = supportQueue();
        for (String figure : List.of("offeredToday", "answeredToday")) {
            assertThat(after.path(figure).asInt() - before.path(figure).asInt())
                    .as(figure)
                    .isEqualTo(1);
        }
    }

    private void own(String method, String what, Map<String, ?> body) {
        centre.supervisor().send(method, "/api/" + what, body).expect(200);
    }

    private void awaitSupervisorIs(String state) {
        Await.until(
                "the supervisor is " + state,
                SOON,
                () -> centre.supervisor().read("/api/agent").path("state").asString(),
                state::equals);
    }

    private JsonNode supportQueue() {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals("support"))
                .findFirst()
                .orElseThrow();
    }
}
