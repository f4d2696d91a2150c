package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.evidence.measures.CallStep;
import org.kezheng.evidence.measures.CallTiming;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.callflow.CallMoment;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.Parties;
import org.kezheng.platform.measures.CallClock;
import org.kezheng.platform.phones.Phones;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.LiveSocket;
import tools.jackson.databind.JsonNode;

/// The application as it is started, without a PBX: what its endpoints answer and what it leaves on disk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WholePlatformTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AgentId AGENT1 = new AgentId(2001);

    private StartedPlatform platform;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        platform = StartedPlatform.start(directory, true);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void eachRoleReachesWhatItsLinesSayAndNothingElse() throws IOException {
        assertThat(EndpointRules.unruled(platform.context())).isEmpty();
        try (ApiClient stranger = platform.stranger()) {
            assertThat(EndpointRules.violations(stranger, "")).isEmpty();
        }
        for (String user : List.of("agent4", "supervisor1", "auditor1", "system1", "security1")) {
            try (ApiClient person = platform.signedIn(user)) {
                String role = person.read("/api/session").get("role").asString();
                assertThat(EndpointRules.violations(person, role)).isEmpty();
            }
        }
    }

    @Test
    void eachPageOfTheConsoleIsThereWhenItIsOpenedByItsAddress() {
        try (ApiClient stranger = platform.stranger()) {
            for (String page : List.of("/", "/agent", "/outside/trunks", "/customers", "/first-start")) {
                assertThat(stranger.get(page).expect(200).text()).as(page).contains("<div id=\"root\">");
            }
        }
    }

    @Test
    void aWriteWithoutItsTokenIsRefused() throws IOException {
        try (ApiClient agent = platform.signedIn("agent3")) {
            Map<String, String> ready = Map.of("state", "ready");
            Answer refused =
                    agent.sendWithoutToken("PUT", "/api/agent/state", ready).expect(403);
            assertThat(refused.json().get("rule").asString()).isEqualTo("request.token");
            assertThat(agent.read("/api/agent").get("state").asString()).isEqualTo("not-ready");
        }
    }

    @Test
    void whatNoEndpointEverSeesIsToldAsWhatItIsAndNotAsAMatterOfTheRole() throws IOException {
        try (ApiClient auditor = platform.signedIn("auditor1");
                ApiClient stranger = platform.stranger()) {
            for (ApiClient person : List.of(auditor, stranger)) {
                for (String address : List.of("/api/calls;a=b", "/api/calls/a%00b", "/api/calls/a%2Fb")) {
                    Answer refused = person.get(address).expect(400);
                    assertThat(refused.json().get("rule").asString()).isEqualTo("request.refused");
                    assertThat(refused.text()).doesNotContain("a=b").doesNotContain("Tomcat");
                }
            }
            auditor.send("POST", "/api/packs;a=b", Map.of()).expect(400);
        }
    }

    @Test
    void aRefusedSignInDoesNotSayWhetherTheUserExists() throws IOException {
        try (ApiClient stranger = platform.stranger()) {
            JsonNode unknown =
                    stranger.signIn("nobody", "wrong password!").expect(401).json();
            JsonNode wrong =
                    stranger.signIn("auditor1", "wrong password!").expect(401).json();
            assertThat(unknown).isEqualTo(wrong);
            assertThat(wrong.get("rule").asString()).isEqualTo("sign-in.refused");
        }
    }

    @Test
    void aWrongFieldIsNamedAndWhatWasEnteredIsNot() throws IOException {
        try (ApiClient agent = platform.signedIn("agent3")) {
            Answer answer =
                    agent.send("PUT", "/api/agent/state", Map.of("state", "not-ready", "reason", "secret-word"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("field").asString()).isEqualTo("reason");
            assertThat(answer.json().get("rule").asString()).isEqualTo("agent.reason");
            assertThat(answer.text()).doesNotContain("secret-word");
            requireField(agent, "PUT", "/api/agent/state", Map.of("state", "away"), "state");
            requireField(agent, "PUT", "/api/agent/device", Map.of("sip", "203.0.113.7:5060"), "sip");
            requireField(agent, "PUT", "/api/agent/device", Map.of("sip", "example"), "sip");
            requireField(agent, "POST", "/api/agent/wrap-up", Map.of("call", "x", "disposition", "resolved"), "call");
            requireField(
                    agent, "POST", "/api/agent/wrap-up", Map.of("call", "7", "disposition", "nothing"), "disposition");
        }
    }

    private static void requireField(ApiClient who, String method, String path, Object body, String field) {
        assertThat(who.send(method, path, body).expect(400).json().get("field").asString())
                .isEqualTo(field);
    }

    @Test
    void whatTheRulesForbidIsAConflictThatNamesItsRule() throws IOException {
        try (ApiClient agent = platform.signedIn("agent3")) {
            Map<String, String> wrapUp = Map.of("call", "7", "disposition", "resolved", "note", "");
            assertThat(agent.send("POST", "/api/agent/wrap-up", wrapUp)
                            .expect(409)
                            .json()
                            .get("rule")
                            .asString())
                    .isEqualTo("acd.not-in-wrap-up");
        }
    }

    @Test
    void signingOutSignsOutAtTheEngineToo() throws IOException {
        LiveDesks desks = platform.get(LiveDesks.class);
        try (ApiClient agent = platform.signedIn("agent2")) {
            assertThat(desks.agent(new AgentId(2002)).state()).isEqualTo("not-ready");
            agent.send("PUT", "/api/agent/device", Map.of("browser", true)).expect(200);
            agent.signOut().expect(204);
            assertThat(desks.agent(new AgentId(2002)).state()).isEqualTo("signed-out");
            assertThat(platform.get(Phones.class).kindOf(2002)).isEqualTo("none");
            assertThat(agent.get("/api/agent").status()).isEqualTo(401);
        }
    }

    @Test
    void aSoftphoneKeepsItsPasswordWhileTheSignInLasts() throws IOException {
        try (ApiClient agent = platform.signedIn("agent4");
                ApiClient again = platform.signedIn("agent4")) {
            JsonNode first = agent.read("/api/agent/softphone");
            assertThat(agent.read("/api/agent/softphone")).isEqualTo(first);
            assertThat(again.read("/api/agent/softphone").get("password")).isNotEqualTo(first.get("password"));
            assertThat(first.get("wssUrl").asString()).isEqualTo("wss://127.0.0.1:1/ws");
        }
    }

    /// The sign-in before may have died with its browser, and is not known to be gone.
    @Test
    void theSoftphoneOfTheNewestSignInTakesTheCalls() throws IOException {
        Phones phones = platform.get(Phones.class);
        try (ApiClient died = platform.signedIn("agent4");
                ApiClient again = platform.signedIn("agent4")) {
            died.send("PUT", "/api/agent/device", Map.of("browser", true)).expect(200);
            String line = again.read("/api/agent/softphone").get("user").asString();
            assertThat(phones.onPbx(2004)).isEqualTo(new AgentDevice.Softphone(line));
            again.send("PUT", "/api/agent/device", Map.of("sip", "127.0.0.1:5070"))
                    .expect(200);
            died.read("/api/agent/softphone");
            assertThat(phones.kindOf(2004)).isEqualTo("sip");
        }
    }

    @Test
    void aSupervisorMovesAssignsAndReleasesACallAndEachActStandsInTheLedger() throws IOException {
        ContactId contact = new ContactId(1_882_688_538_542_099L);
        String call = "/api/calls/" + contact.value();
        try (ApiClient agent = platform.signedIn("agent3");
                ApiClient supervisor = platform.signedIn("supervisor1");
                ApiClient auditor = platform.signedIn("auditor1")) {
            submit(new Command.Arrive(contact, new ClientId(1), new QueueId(1)));
            requireField(supervisor, "POST", call + "/move", Map.of("queue", "nowhere", "cause", "staffing"), "queue");
            requireField(supervisor, "POST", call + "/move", Map.of("queue", "consult"), "cause");
            requireField(supervisor, "POST", call + "/assign", Map.of("agent", "nobody", "cause", "other"), "agent");
            supervisor
                    .send("POST", call + "/move", Map.of("queue", "consult", "cause", "staffing"))
                    .expect(204);
            Map<String, String> assignment = Map.of("agent", "agent3", "cause", "customer");
            assertThat(ruleOf(supervisor.send("POST", call + "/assign", assignment)))
                    .isEqualTo("acd.agent-not-free");
            agent.send("PUT", "/api/agent/device", Map.of("sip", "127.0.0.1:5070"))
                    .expect(200);
            Map<String, String> forced = Map.of("state", "ready", "cause", "staffing");
            supervisor.send("PUT", "/api/agents/agent3/state", forced).expect(200);
            if (!"ringing".equals(agent.read("/api/agent").get("state").asString())) {
                supervisor.send("POST", call + "/assign", assignment).expect(204);
            }
            Map<String, String> ended = Map.of("cause", "quality");
            assertThat(ruleOf(supervisor.send("POST", call + "/release", ended)))
                    .isEqualTo("acd.not-talking");
            answerWhatRings(contact);
            supervisor.send("POST", call + "/release", ended).expect(204);
            assertThat(agent.read("/api/agent").get("state").asString()).isEqualTo("wrap-up");
            assertThat(supervisor.send("POST", call + "/release", ended).status())
                    .isIn(404, 409);
            Map<String, String> emergency = Map.of("cause", "emergency");
            JsonNode out = supervisor
                    .send("POST", "/api/agents/agent3/sign-out", emergency)
                    .expect(200)
                    .json();
            assertThat(out.get("state").asString()).isEqualTo("signed-out");
            assertThat(agent.get("/api/agent").status()).isEqualTo(401);
            assertThat(supervisor
                            .send("POST", "/api/agents/nobody/sign-out", emergency)
                            .status())
                    .isEqualTo(404);
            String entries = auditor.get("/api/ledger/entries?kind=call&id=" + contact.value())
                    .expect(200)
                    .text();
            assertThat(entries).contains("call.moved", "call.released", "supervisor1", "staffing", "quality");
        }
    }

    /// Offers are numbered from 1; only the contact's own can be answered.
    private void answerWhatRings(ContactId contact) {
        for (long offer = 1; offer < 100; offer++) {
            boolean isAnswered = submit(new Command.OfferAnswered(new OfferId(offer))).stream()
                    .anyMatch(event -> event instanceof Event.ContactAnswered answered
                            && answered.contact().equals(contact));
            if (isAnswered) {
                return;
            }
        }
        throw new AssertionError("Nothing rings");
    }

    private static String ruleOf(Answer refused) {
        return refused.expect(409).json().get("rule").asString();
    }

    @Test
    void aTalkIsWrappedUpOnceAndTheDesksAgreeWithTheJournal() throws IOException {
        ContactId contact = new ContactId(1_882_688_538_542_080L);
        try (ApiClient agent = platform.signedIn("agent1")) {
            agent.send("PUT", "/api/agent/device", Map.of("sip", "127.0.0.1:5070"))
                    .expect(200);
            agent.send("PUT", "/api/agent/state", Map.of("state", "ready")).expect(200);
            OfferId offer = offerOf(submit(new Command.Arrive(contact, new ClientId(1), new QueueId(1))));
            requireShownIsBelievedFromTheAskedAgentOnly(agent, contact.value());
            submit(new Command.OfferAnswered(offer));
            assertThat(agent.read("/api/agent").get("state").asString()).isEqualTo("talking");
            submit(new Command.EndTalk(contact));
            requireDesksLikeTheJournal();
            Map<String, String> wrapUp =
                    Map.of("call", Long.toString(contact.value()), "disposition", "resolved", "note", "好");
            JsonNode after =
                    agent.send("POST", "/api/agent/wrap-up", wrapUp).expect(200).json();
            assertThat(after.get("state").asString()).isEqualTo("ready");
            assertThat(after.get("today").get("answered").asInt()).isEqualTo(1);
            long position = platform.get(SoloHost.class).lastPosition();
            agent.send("POST", "/api/agent/wrap-up", wrapUp).expect(200);
            assertThat(platform.get(SoloHost.class).lastPosition()).isEqualTo(position);
            requireDesksLikeTheJournal();
        }
    }

    @Test
    void aCallsStepsAreToldInTheOrderOfTimeAndTheFiguresAgree() throws IOException {
        ContactId contact = new ContactId(1_882_688_538_542_081L);
        CallClock clock = platform.get(CallClock.class);
        Instant invited = Instant.now().minusMillis(3);
        clock.happened(new CallMoment.OfContact(CallStep.INVITE, contact.value(), invited));
        clock.happened(new CallMoment.OfContact(CallStep.ANNOUNCED, contact.value(), invited.plusMillis(1)));
        submit(new Command.Arrive(contact, new ClientId(1), new QueueId(2)));
        submit(new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP));
        try (ApiClient auditor = platform.signedIn("auditor1")) {
            JsonNode waterfall = Await.until(
                            "the call's record is there",
                            SOON,
                            () -> auditor.get("/api/calls/" + contact.value()),
                            answer -> answer.status() == 200)
                    .json()
                    .get("waterfall");
            assertThat(waterfall)
                    .extracting(step -> step.get("step").asString())
                    .containsExactly("invite", "announced", "durable");
            assertThat(waterfall.get(0).get("micros").asLong()).isZero();
            assertThat(waterfall.get(1).get("micros").asLong()).isEqualTo(1_000);
            JsonNode measures = Await.until(
                    "the figures are compared with the call in them",
                    SOON,
                    () -> auditor.read("/api/measures"),
                    figures -> figures.at("/agreement/state").asString().equals("agrees")
                            && figures.at("/agreement/position").asLong()
                                    >= figures.get("position").asLong());
            assertThat(measures.at("/queues/1/queue").asString()).isEqualTo("consult");
            assertThat(measures.at("/queues/1/abandoned").asInt()).isEqualTo(1);
            assertThat(measures.get("queues")).hasSize(2);
            assertThat(measures.get("agents")).hasSize(5);
            requireField(auditor, "GET", "/api/measures?day=tomorrow", Map.of(), "day");
            assertThat(auditor.read("/api/measures?day=2020-01-01")
                            .at("/queues/1/offered")
                            .asInt())
                    .isZero();
            assertThat(auditor.read("/api/measures/definitions")
                            .at("/items/0/id")
                            .asString())
                    .isEqualTo("offered");
        }
    }

    private void requireShownIsBelievedFromTheAskedAgentOnly(ApiClient agent, long contact) throws IOException {
        String shown = "{\"type\":\"shown\",\"contact\":\"" + contact + "\"}";
        try (ApiClient supervisor = platform.signedIn("supervisor1");
                LiveSocket supervisors = supervisor.live();
                LiveSocket agents = agent.live()) {
            supervisors.say(shown);
            supervisors.snapshot(SOON);
            assertThat(stepsOf(contact)).doesNotContain("shown");
            agents.say("no JSON");
            agents.say("{\"type\":\"shown\",\"contact\":\"x\"}");
            agents.say(shown);
            agents.snapshot(SOON);
            assertThat(stepsOf(contact)).containsExactly("durable", "shown");
        }
    }

    private List<String> stepsOf(long contact) {
        return platform.get(CallClock.class).waterfallOf(contact).stream()
                .map(CallTiming.Step::step)
                .toList();
    }

    private void requireDesksLikeTheJournal() {
        LiveDesks recomputed = new LiveDesks(
                platform.get(Directory.class),
                platform.get(Parties.class),
                agent -> new AgentView.Device(platform.get(Phones.class).kindOf(agent), null),
                Clock.systemUTC(),
                platform.get(MeasureScope.class));
        recomputed.replay(platform.get(SoloHost.class).reader().from(1));
        assertThat(recomputed.agent(AGENT1))
                .isEqualTo(platform.get(LiveDesks.class).agent(AGENT1));
        assertThat(recomputed.waiting()).isEqualTo(platform.get(LiveDesks.class).waiting());
    }

    private List<Event> submit(Command command) {
        return platform.get(SoloHost.class)
                .submit(CommandId.random(), command)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .events();
    }

    private static OfferId offerOf(List<Event> events) {
        return events.stream()
                .filter(Event.OfferMade.class::isInstance)
                .map(event -> ((Event.OfferMade) event).offer())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void secretsOnDiskAreForTheirOwnerOnly() throws IOException {
        for (String file : List.of("accounts/agent1.password", "accounts/accounts.json", "phones.json", "pbx.json")) {
            Path path = platform.data().resolve(file);
            if (Files.exists(path)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(file)
                        .isEqualTo("rw-------");
            }
        }
        assertThat(Files.readString(platform.data().resolve("pbx.json"))).contains("\"support\":\"4001\"");
    }

    @Test
    void figuresTellNothingOfPeople() {
        String figures = platform.get(PrometheusMeterRegistry.class).scrape();
        assertThat(figures).contains("kezheng_calls_offered_total{queue=\"support\"}", "kezheng_ami_connected 0.0");
        assertThat(figures).doesNotContain("agent1", "13800138000");
    }
}
