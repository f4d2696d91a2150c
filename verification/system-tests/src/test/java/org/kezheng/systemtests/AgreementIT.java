package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.CallerCrowd;
import tools.jackson.databind.JsonNode;

/// A hundred calls by SIPp, of which some give up: whoever counts them, the product's interface, Prometheus, a
/// pack, the tables or SIPp itself, counts the same. The platform's calls to itself, made meanwhile, count
/// nowhere; and a figure that is tampered with is an alarm.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementIT {

    private static final int GIVING_UP = 20;
    private static final int PATIENT = 80;
    private static final Duration TALK = Duration.ofMillis(200);
    private static final Duration LONGEST_DAY = Duration.ofMinutes(4);
    /// Queues from here on are the platform's own.
    private static final int OWN_QUEUES = 9901;

    private CallCentre centre;
    private int callers;
    private int abandoning;
    private int answering;

    @BeforeAll
    void liveThroughADay() throws InterruptedException {
        centre = CallCentre.open();
        String number = centre.status().queueNumber("support");
        String trunk = centre.status().sipIn();
        try (AgentPhone one = AgentPhone.answeringFor(TALK);
                AgentPhone two = AgentPhone.answeringFor(TALK);
                PhoneAgent first = centre.agent("agent1", one);
                PhoneAgent second = centre.agent("agent2", two)) {
            try (CallerCrowd crowd = CallerCrowd.givingUp(trunk, number, GIVING_UP, Duration.ofMillis(800))) {
                abandoning = crowd.awaitOver(LONGEST_DAY);
            }
            AtomicBoolean isOver = new AtomicBoolean();
            List<Thread> agents = List.of(working(first, isOver), working(second, isOver));
            String selfTest = centre.auditor()
                    .send("POST", "/api/probes/call-chain/runs", Map.of())
                    .expect(202)
                    .json()
                    .path("id")
                    .asString();
            try (CallerCrowd crowd = CallerCrowd.patient(trunk, number, PATIENT)) {
                callers = abandoning + crowd.awaitOver(LONGEST_DAY);
            }
            answering = Await.until(
                    "SIPp's agents have counted their last calls",
                    SOON,
                    () -> one.completedCalls() + two.completedCalls(),
                    count -> count >= PATIENT);
            Await.until(
                    "the platform's call to itself held",
                    LONGEST_DAY,
                    () -> centre.auditor().read("/api/probes/call-chain/runs/" + selfTest),
                    run -> run.path("outcome").asString().equals("holds"));
            isOver.set(true);
            for (Thread agent : agents) {
                agent.join(SOON);
            }
        }
    }

    @AfterAll
    void close() {
        centre.close();
    }

    /// Somebody who takes calls and wraps each one up.
    private static Thread working(PhoneAgent agent, AtomicBoolean isOver) {
        agent.ready();
        return Thread.ofVirtual().start(() -> {
            while (!isOver.get()) {
                JsonNode view = Await.until(
                        "a talk of " + agent.user() + " is over",
                        LONGEST_DAY,
                        agent::view,
                        now -> isOver.get() || now.path("state").asString().equals("wrap-up"));
                if (view.path("state").asString().equals("wrap-up")) {
                    agent.api()
                            .send(
                                    "POST",
                                    "/api/agent/wrap-up",
                                    Map.of(
                                            "call",
                                            view.path("call").asString(),
                                            "disposition",
                                            "resolved",
                                            "note",
                                            ""));
                }
            }
        });
    }

    @Test
    void sippTheInterfacePrometheusAndTheTablesCountTheSame() throws SQLException {
        assertThat(List.of(callers, abandoning, answering)).containsExactly(GIVING_UP + PATIENT, GIVING_UP, PATIENT);
        JsonNode measures = awaitAgreement("agrees");
        JsonNode queue = measures.at("/queues/0");
        assertThat(queue.path("queue").asString()).isEqualTo("support");
        assertThat(queue.path("offered").asInt()).isEqualTo(callers);
        assertThat(queue.path("answered").asInt()).isEqualTo(answering);
        assertThat(queue.path("abandoned").asInt()).isEqualTo(abandoning);
        for (String none : List.of("timedOut", "refused", "lost", "waiting")) {
            assertThat(queue.path(none).asInt()).as(none).isZero();
        }
        assertThat(queue.path("averageTalkSeconds").asDouble()).isBetween(0.1, 2.0);
        assertThat(CallCentre.stream(measures.path("agents"))
                        .mapToInt(agent -> agent.path("answered").asInt())
                        .sum())
                .isEqualTo(answering);
        String figures = scraped();
        assertThat(sample(figures, "kezheng_calls_offered_total")).isEqualTo(callers);
        assertThat(sample(figures, "kezheng_calls_answered_total")).isEqualTo(answering);
        assertThat(sample(figures, "kezheng_calls_abandoned_total")).isEqualTo(abandoning);
        assertThat(sample(figures, "kezheng_call_wait_seconds_count")).isEqualTo(answering);
        assertThat(sample(figures, "kezheng_call_talk_seconds_sum"))
                .isEqualTo(queue.path("talkSeconds").asDouble());
        assertThat(figures).contains("kezheng_ami_connected 1.0").doesNotContain("self-test");
        try (Database database = Database.asAdministrator(centre.status())) {
            assertThat(database.rows(
                            "select count(*), count(answered_at), count(*) filter (where outcome = 'abandoned')"
                                    + " from call_record where queue_id < " + OWN_QUEUES))
                    .containsExactly(callers + "|" + answering + "|" + abandoning);
            assertThat(database.rows(
                            "select count(*) > 0 from call_record where answered_at is not null and queue_id >= "
                                    + OWN_QUEUES))
                    .containsExactly("t");
        }
    }

    @Test
    void aPackTakesTheSameFiguresAway() {
        String call = centre.auditor()
                .read("/api/calls?outcome=abandoned&limit=1")
                .at("/items/0/id")
                .asString();
        JsonNode figures = CasePack.of(centre.auditor(), call).json("data/figures.json");
        assertThat(CallCentre.stream(figures.path("queues"))
                        .map(queue -> queue.path("queue").asString()))
                .containsExactly("support", "consult");
        JsonNode queue = figures.at("/queues/0");
        assertThat(queue.path("offered").asInt()).isEqualTo(callers);
        assertThat(queue.path("answered").asInt()).isEqualTo(answering);
        assertThat(queue.path("abandoned").asInt()).isEqualTo(abandoning);
    }

    @Test
    void aRowThatIsTamperedWithIsAnAlarmUntilItIsPutRight() throws SQLException {
        awaitAgreement("agrees");
        try (Database database = Database.asAdministrator(centre.status())) {
            String contact = database.rows("select min(contact_id) from call_record where outcome = 'abandoned'")
                    .getFirst();
            database.execute("update call_record set outcome = 'lost' where contact_id = " + contact);
            JsonNode differences = awaitAgreement("differs").at("/agreement/differences");
            assertThat(CallCentre.stream(differences)
                            .map(one -> one.path("measure").asString()))
                    .containsExactly("abandoned", "lost");
            assertThat(differences.get(0).path("queue").asString()).isEqualTo("support");
            assertThat(differences.get(0).path("historic").asInt()).isEqualTo(abandoning - 1);
            assertThat(differences.get(0).path("journal").asInt()).isEqualTo(abandoning);
            assertThat(scraped()).contains("kezheng_agreement_differences 2.0");
            database.execute("update call_record set outcome = 'abandoned' where contact_id = " + contact);
            awaitAgreement("agrees");
            assertThat(scraped()).contains("kezheng_agreement_differences 0.0");
        }
    }

    @Test
    void eachStepOfAnAnsweredCallIsTimed() throws SQLException {
        JsonNode answered =
                centre.supervisor().read("/api/calls?outcome=answered&limit=1").at("/items/0");
        JsonNode waterfall = centre.supervisor()
                .read("/api/calls/" + answered.path("id").asString())
                .path("waterfall");
        assertThat(CallCentre.stream(waterfall).map(step -> step.path("step").asString()))
                .containsExactly("invite", "announced", "durable", "originate", "agent-invite", "ringing", "answered");
        List<Instant> times = new ArrayList<>();
        CallCentre.stream(waterfall).forEach(step -> {
            assertThat(step.path("micros").asLong()).isNotNegative();
            times.add(CallCentre.time(step, "at"));
        });
        assertThat(times).isSorted();
        try (Database database = Database.asAdministrator(centre.status())) {
            assertThat(database.rows("select count(*), count(invite_at), count(durable_at) from call_timing"
                            + " join call_record using (contact_id, client_id) where queue_id < " + OWN_QUEUES))
                    .containsExactly(callers + "|" + callers + "|" + callers);
        }
    }

    private JsonNode awaitAgreement(String state) {
        return Await.until(
                "the figures' state is " + state,
                SOON,
                () -> centre.auditor().read("/api/measures"),
                measures -> measures.at("/agreement/state").asString().equals(state)
                        && measures.at("/agreement/position").asLong()
                                >= measures.path("position").asLong());
    }

    private String scraped() {
        try (ApiClient stranger = centre.stranger()) {
            return stranger.getText("/actuator/prometheus").expect(200).text();
        }
    }

    private static double sample(String figures, String name) {
        Matcher found = Pattern.compile("^" + name + "\\{queue=\"support\"} (\\S+)$", Pattern.MULTILINE)
                .matcher(figures);
        assertThat(found.find()).as(name).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
