package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;

/// What is wrong with a request is the request's fault: it is told by field or rule, is never taken in silence,
/// and is never a failure of the platform's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
    private final Map<String, ApiClient> people = new HashMap<>();
    private StartedPlatform platform;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        platform = StartedPlatform.start(directory, true);
    }

    @AfterAll
    void stop() {
        people.values().forEach(ApiClient::close);
        platform.close();
    }

    private ApiClient as(String user) {
        return people.computeIfAbsent(user, name -> {
            try {
                return platform.signedIn(name);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Test
    void nothingHostileIsAFailureOfThePlatformOrTakenForWhatItIsNot() {
        String soon = Instant.now().plusSeconds(7_200).toString();
        assertThat(new HostileRequests(this::as, soon, callOf("agent3", 2_301)).violations())
                .isEmpty();
    }

    @Test
    void factOfAKindThatThereIsNotIsNoFact() {
        String call = callOf("agent2", 2_302);
        Answer refused = as("agent2")
                .send(
                        "POST",
                        "/api/calls/" + call + "/verification",
                        Map.of("answers", Map.of("pin", "246813", "shoe", "43")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("rule").asString()).isEqualTo("verification.kind");
        assertThat(refused.json().get("field").asString()).isEqualTo("answers");
    }

    @Test
    void reasonAndAVerifiedCallAreTwoThings() {
        Answer refused =
                as("agent4").send("POST", "/api/customers/1001/disclosure", Map.of("reason", "回电", "call", "7"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("rule").asString()).isEqualTo("disclosure.choice");
    }

    /// A call that the agent, alone ready, has taken.
    private String callOf(String user, int last) {
        as(user).send("PUT", "/api/agent/device", Map.of("sip", "127.0.0.1:5071"))
                .expect(200);
        as(user).send("PUT", "/api/agent/state", Map.of("state", "ready")).expect(200);
        ContactId contact = new ContactId(1_882_688_538_540_000L + last);
        OfferId offer = submit(new Command.Arrive(contact, new ClientId(1), new QueueId(1))).stream()
                .filter(Event.OfferMade.class::isInstance)
                .map(event -> ((Event.OfferMade) event).offer())
                .findFirst()
                .orElseThrow();
        submit(new Command.OfferAnswered(offer));
        assertThat(as(user).read("/api/agent").get("state").asString()).isEqualTo("talking");
        return Long.toString(contact.value());
    }

    private List<Event> submit(Command command) {
        return platform.get(SoloHost.class)
                .submit(CommandId.random(), command)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .events();
    }

    @Test
    void queuesThatAreNotThereAreNamedWithTheParameterAndThoseThatAre() {
        Answer refused = change("recording.queues-not-recorded", "support,nowhere,lost");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("rule").asString()).isEqualTo("gate.parameter-queue");
        assertThat(refused.json().get("field").asString()).isEqualTo("value");
        assertThat(refused.json().get("detail").asString())
                .contains("recording.queues-not-recorded", "nowhere", "lost", "support", "consult");
        assertThat(refused.json().get("unknown").toString()).isEqualTo("[\"nowhere\",\"lost\"]");
        change("recording.queues-not-recorded", "support,consult").expect(200);
    }

    @Test
    void deviceIsOneAndNotTwo() {
        for (Map<String, Object> two : List.<Map<String, Object>>of(
                Map.of("sip", "127.0.0.1:5070", "browser", true),
                Map.of("sip", "127.0.0.1:5070", "mobile", true),
                Map.of("browser", true, "mobile", true))) {
            Answer refused = as("agent4").send("PUT", "/api/agent/device", two);
            assertThat(refused.status()).as(two.toString()).isEqualTo(400);
            assertThat(refused.json().get("rule").asString()).isEqualTo("device.choice");
            assertThat(refused.json().get("field").asString()).isIn(two.keySet());
        }
        assertThat(as("agent4").read("/api/agent").at("/device/kind").asString())
                .isEqualTo("none");
    }

    @Test
    void aBodyThatIsFarTooLongIsRefusedBeforeItIsRead() {
        for (String path : List.of("/api/outside-numbers", "/api/session")) {
            Answer refused = as("system1").send("POST", path, Map.of("label", "x".repeat(600_000)));
            assertThat(refused.status()).as(path).isEqualTo(413);
            assertThat(refused.json().get("rule").asString()).isEqualTo("request.refused");
        }
    }

    @Test
    void nameInAQueryThatMeansNothingThereIsRefused() {
        for (String path : List.of("/api/recordings?agnet=agent1", "/api/messages?agnet=x", "/api/holds?agnet=x")) {
            Answer refused = as("supervisor1").get(path);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.json().get("rule").asString()).isEqualTo("field.unknown");
            assertThat(refused.json().get("field").asString()).isEqualTo("agnet");
        }
        as("supervisor1").get("/api/recordings?agent=agent1").expect(200);
    }

    @Test
    void spanThatEndsBeforeItBeginsIsNoSpan() {
        String recordings = "/api/recordings?";
        assertField("to", recordings + "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z");
        assertField("maxSeconds", recordings + "minSeconds=20&maxSeconds=10");
        assertField("after", recordings + "after=x");
    }

    private void assertField(String field, String path) {
        Answer refused = as("auditor1").get(path);
        assertThat(refused.status()).as(path).isEqualTo(400);
        assertThat(refused.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void registeredNumberDoesNotBecomeAnotherOne() {
        String id = as("system1").read("/api/numbers").at("/items/0/id").asString();
        Answer refused = as("system1").send("PUT", "/api/numbers/" + id, Map.of("number", "4999", "status", "planned"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("rule").asString()).isEqualTo("number.fixed");
    }

    private Answer change(String parameter, String value) {
        return as("system1")
                .send("POST", "/api/gate/changes", Map.of("parameter", parameter, "value", value, "basis", "test"));
    }
}
