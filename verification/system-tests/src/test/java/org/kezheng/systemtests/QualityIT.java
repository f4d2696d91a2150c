package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// Two talks at once: the caller of one loses a tenth of all packets, nobody loses any in the other.
@ExtendWith(SharedCallCentre.class)
class QualityIT {

    /// The PBX reports each 5 s.
    private static final Duration SOME_REPORTS = Duration.ofSeconds(30);

    private static final Duration ROUND_TRIP = Duration.ofMillis(150);

    private final CallCentre centre;

    QualityIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void lossOfALineIsShownDuringTheTalkAndKeptWithTheCall() {
        try (AgentPhone firstPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone secondPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent first = centre.agent("agent1", firstPhone);
                PhoneAgent second = centre.agent("agent2", secondPhone)) {
            secondPhone.sound().report(0, Duration.ofMillis(4), ROUND_TRIP);
            try (IncomingCall bad = talk(first, "13700002001");
                    IncomingCall good = talk(second, "13700002002")) {
                bad.sound().loseOneIn(10);
                awaitGrade(centre.supervisor(), bad, "poor");
                JsonNode shown = awaitGrade(first.api(), bad, "poor");
                assertThat(shown.path("line").asString()).isEqualTo("customer");
                assertThat(shown.path("hears").asString()).isEqualTo("agent");
                assertThat(shown.path("lossPercent").asDouble()).isBetween(7.0, 14.0);
                assertThat(shown.path("mos").asDouble()).isBetween(2.9, 3.6);
                awaitGrade(second.api(), good, "good");
                JsonNode running = Await.until(
                        "a round trip is measured",
                        SOME_REPORTS,
                        () -> line(centre.record(good), "agent"),
                        line -> line.path("roundTripMaxMillis").asDouble() > 0);
                assertThat(running.path("reports").asInt()).isPositive();
                Await.until(
                        "some reports were made",
                        SOME_REPORTS,
                        () -> line(centre.record(bad), "customer")
                                        .path("reports")
                                        .asInt()
                                >= 3);
                endTalk(first, bad);
                endTalk(second, good);
                requireLoss(awaitEnded(bad));
                requireNone(awaitEnded(good));
            }
        }
    }

    private IncomingCall talk(PhoneAgent agent, String number) {
        agent.ready();
        IncomingCall call = centre.dial("support", number);
        call.sound().speak(440);
        agent.awaitState("talking");
        return call;
    }

    private void endTalk(PhoneAgent agent, IncomingCall call) {
        call.hangUp();
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
    }

    /// The counts of a line are whole a moment after its end.
    private JsonNode awaitEnded(IncomingCall call) {
        centre.awaitRecord(call);
        return Await.until(
                "the lines of the call are counted",
                SOON,
                () -> centre.record(call),
                record -> line(record, "customer").at("/received/packets").asInt() > 500
                        && line(record, "agent").at("/sent/packets").asInt() > 500);
    }

    private static void requireLoss(JsonNode record) {
        JsonNode customer = line(record, "customer");
        assertThat(customer.at("/received/lossPercent").asDouble()).isBetween(5.0, 11.0);
        assertThat(customer.path("mosMin").asDouble()).isBetween(2.9, 3.6);
        assertThat(customer.path("mosMean").asDouble())
                .isGreaterThanOrEqualTo(customer.path("mosMin").asDouble());
        assertThat(customer.at("/received/jitterMaxMillis").asDouble())
                .isGreaterThanOrEqualTo(
                        customer.at("/received/jitterMeanMillis").asDouble());
        JsonNode agent = line(record, "agent");
        assertThat(agent.path("agent").asString()).isEqualTo("agent1");
        assertThat(agent.at("/received/lossPercent").asDouble()).isLessThan(1.0);
        assertThat(agent.path("mosMin").asDouble()).isGreaterThan(3.8);
    }

    private static void requireNone(JsonNode record) {
        for (JsonNode line : record.path("lines")) {
            assertThat(line.at("/received/lossPercent").asDouble()).isLessThan(1.0);
            assertThat(line.path("mosMin").asDouble()).isGreaterThan(3.8);
        }
        JsonNode agent = line(record, "agent");
        assertThat(agent.path("roundTripMeanMillis").asDouble()).isBetween(140.0, 400.0);
        assertThat(agent.at("/sent/jitterMaxMillis").asDouble()).isBetween(3.5, 4.5);
        assertThat(line(record, "customer").path("roundTripMeanMillis").isNull())
                .as("a caller who reports nothing has no round trip")
                .isTrue();
    }

    private static JsonNode line(JsonNode record, String whose) {
        return CallCentre.stream(record.path("lines"))
                .filter(line -> line.path("line").asString().equals(whose))
                .findFirst()
                .orElse(record.path("absent"));
    }

    private static JsonNode awaitGrade(ApiClient who, IncomingCall call, String grade) {
        try (LiveSocket live = who.live()) {
            return Await.until(
                    "the line is shown as " + grade,
                    SOME_REPORTS,
                    () -> quality(live, call),
                    quality -> quality.path("grade").asString("").equals(grade));
        }
    }

    private static JsonNode quality(LiveSocket live, IncomingCall call) {
        JsonNode snapshot = live.snapshot(SOON);
        return CallCentre.stream(snapshot.path("contacts"))
                .filter(contact -> contact.path("call").asString().equals(call.id()))
                .findFirst()
                .map(contact -> contact.path("quality"))
                .orElse(snapshot.path("absent"));
    }
}
