package org.kezheng.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.crm.customers.CallId;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.customers.NewCallNote;
import org.kezheng.crm.customers.NewCustomer;
import org.kezheng.platform.calls.PlatformUnderTest.Answer;
import org.kezheng.security.ledger.Checkpoints;
import org.kezheng.security.ledger.LedgerReader;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.postgres.TestDatabase;
import tools.jackson.databind.JsonNode;

/// A short day of the demonstration, read back over HTTP by people of each role.
final class CallReadingTest {
    private static final long SECOND = 1_800_000_000L << 20;
    private static final ContactId ANSWERED = new ContactId(SECOND + 7);
    private static final ContactId DECLINED = new ContactId(SECOND + 8);
    private static final ContactId WAITED = new ContactId(SECOND + 9);
    private static final ContactId ABANDONED = new ContactId(SECOND + 10);
    private static final AgentId CHEN = new AgentId(2001);
    private static final AgentId LI = new AgentId(2002);
    private static final AgentId WANG = new AgentId(2003);
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    @TempDir
    static Path directory;

    private static PlatformUnderTest platform;
    private static Cookie auditor;
    private static Cookie supervisor;

    @BeforeAll
    static void liveThroughADay() throws IOException {
        platform = PlatformUnderTest.start(directory);
        auditor = platform.signIn("auditor1");
        supervisor = platform.signIn("supervisor1");
        for (AgentId agent : List.of(LI, WANG, CHEN)) {
            platform.submit(new Command.SignIn(agent));
            platform.submit(new Command.MakeReady(agent));
        }
        liIsChosenAndAnswers();
        wangDeclinesAndChenAnswers();
        aCallWaitsUntilLiIsFree();
        aCallerGivesUp();
        rememberWhoCalled();
        platform.project();
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    private static void liIsChosenAndAnswers() {
        OfferId offer = arrive(ANSWERED);
        platform.submit(new Command.OfferRinging(offer));
        platform.submit(new Command.OfferAnswered(offer));
        platform.submit(new Command.Hold(ANSWERED));
        platform.submit(new Command.Resume(ANSWERED));
        platform.submit(new Command.EndTalk(ANSWERED));
        platform.submit(new Command.MakeNotReady(LI, new ReasonCode("break")));
        platform.submit(new Command.CompleteWrapUp(LI, ANSWERED, new DispositionCode("resolved")));
    }

    private static void wangDeclinesAndChenAnswers() {
        OfferId first = arrive(DECLINED);
        List<Event> events = platform.submit(new Command.OfferDeclined(first));
        platform.submit(new Command.OfferAnswered(offerIn(events)));
        platform.submit(new Command.MakeNotReady(WANG, new ReasonCode("meal")));
    }

    private static void aCallWaitsUntilLiIsFree() {
        platform.submit(new Command.Arrive(WAITED, new ClientId(1), new QueueId(1)));
        platform.submit(new Command.OfferAnswered(offerIn(platform.submit(new Command.MakeReady(LI)))));
    }

    private static void aCallerGivesUp() {
        platform.submit(new Command.Arrive(ABANDONED, new ClientId(1), new QueueId(2)));
        platform.submit(new Command.Leave(ABANDONED, LeaveCause.CALLER_HUNG_UP));
    }

    private static void rememberWhoCalled() {
        ClientScope.run(PlatformUnderTest.DEMO, () -> {
            platform.get(Customers.class)
                    .create(new NewCustomer(new SecretString("张伟"), new SecretString("13800138000")));
            CallParties parties = platform.get(CallParties.class);
            parties.record(callId(ANSWERED), new SecretString("13800138000"), Instant.now());
            parties.record(callId(DECLINED), new SecretString("13900139001"), Instant.now());
            platform.get(CallNotes.class)
                    .record(new NewCallNote(
                            1, callId(ANSWERED), "agent2", "resolved", new SecretString("已换新"), Instant.now()));
        });
    }

    @Test
    void aCallIsNotShownWhenTheLedgerCannotTakeWhoLooks() throws Exception {
        platform.database().execute(TestDatabase.ADMIN, "revoke insert on ledger.entry from kezheng_app");
        try {
            Answer refused = platform.get(auditor, "/api/calls/" + ABANDONED.value());
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.body().has("id")).isFalse();
        } finally {
            platform.database().execute(TestDatabase.ADMIN, "grant insert on ledger.entry to kezheng_app");
        }
        assertThat(platform.get(auditor, "/api/calls/" + ABANDONED.value()).status())
                .isEqualTo(200);
    }

    @Test
    void whoLooksAtACallStandsInTheLedger() throws Exception {
        assertThat(platform.get(supervisor, "/api/calls/" + id(DECLINED)).status())
                .isEqualTo(200);
        platform.get(Checkpoints.class).sequence();

        assertThat(platform.get(LedgerReader.class).about(Subject.of("call", DECLINED.value(), PlatformUnderTest.DEMO)))
                .extracting(found ->
                        found.entry().action() + " " + found.entry().actor().user())
                .contains("call.viewed supervisor1");
    }

    @Test
    void callsComeNewestFirstWithTheFieldsOfTheContract() throws Exception {
        Answer answer = platform.get(auditor, "/api/calls");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ids(answer)).containsExactly(id(ABANDONED), id(WAITED), id(DECLINED), id(ANSWERED));
        assertThat(answer.body().get("next").isNull()).isTrue();
        JsonNode call = answer.body().get("items").get(3);
        assertThat(call.propertyNames())
                .containsExactly(
                        "id",
                        "client",
                        "queue",
                        "agent",
                        "offeredAt",
                        "ringingAt",
                        "answeredAt",
                        "endedAt",
                        "outcome",
                        "pbxUniqueId",
                        "journalPosition");
        assertThat(call.get("client").asString()).isEqualTo("demo");
        assertThat(call.get("queue").asString()).isEqualTo("support");
        assertThat(call.get("agent").asString()).isEqualTo("agent2");
        assertThat(call.get("outcome").asString()).isEqualTo("answered");
        assertThat(call.get("pbxUniqueId").asString()).isEqualTo("1800000000.7");
        assertThat(call.get("journalPosition").isIntegralNumber()).isTrue();
        for (String time : List.of("offeredAt", "ringingAt", "answeredAt", "endedAt")) {
            assertThat(call.get(time).asString()).matches(TIME);
        }
    }

    @Test
    void pagesFollowEachOtherByCursor() throws Exception {
        Answer first = platform.get(auditor, "/api/calls?limit=3");
        String next = first.body().get("next").asString();
        Answer second = platform.get(auditor, "/api/calls?limit=3&after=" + next);

        assertThat(ids(first)).containsExactly(id(ABANDONED), id(WAITED), id(DECLINED));
        assertThat(ids(second)).containsExactly(id(ANSWERED));
        assertThat(second.body().get("next").isNull()).isTrue();
    }

    @Test
    void filtersNarrow() throws Exception {
        assertThat(ids(platform.get(auditor, "/api/calls?queue=consult"))).containsExactly(id(ABANDONED));
        assertThat(ids(platform.get(auditor, "/api/calls?outcome=abandoned"))).containsExactly(id(ABANDONED));
        assertThat(ids(platform.get(auditor, "/api/calls?agent=agent1"))).containsExactly(id(DECLINED));
        assertThat(ids(platform.get(auditor, "/api/calls?to=2020-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(ids(platform.get(auditor, "/api/calls?from=2020-01-01T00:00:00Z")))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "queue=nowhere, queue",
        "agent=nobody, agent",
        "outcome=great, outcome",
        "from=yesterday, from",
        "from=9999-01-01T00:00:00Z, from",
        "to=2020-13-01T00:00:00Z, to",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "limit=0, limit",
        "limit=201, limit",
        "limit=ten, limit",
        "after=-1, after",
        "after=99999999999999999999, after",
        "agnet=agent1, agnet"
    })
    void aWrongFilterIsNamed(String query, String field) throws Exception {
        Answer answer = platform.get(auditor, "/api/calls?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
        assertThat(answer.body().get("rule").asString()).isNotEmpty();
    }

    @Test
    void aCallShowsItsOffersAndItsCustomerMasked() throws Exception {
        Answer answer = platform.get(auditor, "/api/calls/" + id(ANSWERED));

        assertThat(answer.body().get("id").asString()).isEqualTo(id(ANSWERED));
        assertThat(answer.body().get("disposition").asString()).isEqualTo("resolved");
        assertThat(answer.body().get("holdMillis").isIntegralNumber()).isTrue();
        JsonNode offer = answer.body().get("offers").get(0);
        assertThat(offer.propertyNames())
                .containsExactly("offer", "agent", "offeredAt", "ringingAt", "endedAt", "outcome");
        assertThat(offer.get("agent").asString()).isEqualTo("agent2");
        assertThat(offer.get("outcome").asString()).isEqualTo("answered");
        JsonNode customer = answer.body().get("customer");
        assertThat(customer.get("name").asString()).isEqualTo("张*");
        assertThat(customer.get("number").asString()).isEqualTo("138****8000");
        assertThat(customer.get("notes").get(0).get("text").asString()).isEqualTo("已换新");
        assertThat(answer.body().get("callingNumber").asString()).isEqualTo("138****8000");
        assertThat(answer.text()).doesNotContain("13800138000");
    }

    @Test
    void aStrangersNumberIsMaskedAndNobodyYetIsNull() throws Exception {
        JsonNode stranger = platform.get(auditor, "/api/calls/" + id(DECLINED)).body();
        JsonNode unknown = platform.get(auditor, "/api/calls/" + id(WAITED)).body();

        assertThat(stranger.get("customer").isNull()).isTrue();
        assertThat(stranger.get("callingNumber").asString()).isEqualTo("139****9001");
        assertThat(unknown.get("callingNumber").isNull()).isTrue();
    }

    @Test
    void theLongestIdleAgentIsExplainedWithTheNext() throws Exception {
        JsonNode explanation = platform.get(auditor, "/api/calls/" + id(ANSWERED) + "/explanation")
                .body();

        assertThat(explanation.propertyNames())
                .containsExactly(
                        "ring",
                        "candidates",
                        "rule",
                        "winner",
                        "runnerUp",
                        "lostBecause",
                        "sentence",
                        "decisions",
                        "waiting");
        assertThat(explanation.get("ring").asInt()).isEqualTo(1);
        assertThat(explanation.get("candidates").asInt()).isEqualTo(3);
        assertThat(explanation.get("rule").asString()).isEqualTo("longest-idle");
        assertThat(explanation.get("winner").asString()).isEqualTo("agent2");
        assertThat(explanation.get("runnerUp").asString()).isEqualTo("agent3");
        assertThat(explanation.get("lostBecause").asString()).isEqualTo("shorter-idle");
        assertThat(explanation.get("sentence").get("zh").asString())
                .matches("坐席李强被选中：在3名具备所需技能且就绪的坐席中空闲最久（.+秒），其次为王芳（.+秒）。");
    }

    @Test
    void aDeclinedOfferStandsBeforeTheOneThatWasTaken() throws Exception {
        JsonNode explanation = platform.get(auditor, "/api/calls/" + id(DECLINED) + "/explanation")
                .body();

        JsonNode declined = explanation.get("decisions").get(0);
        assertThat(declined.get("winner").asString()).isEqualTo("agent3");
        assertThat(declined.get("outcome").asString()).isEqualTo("declined");
        assertThat(declined.get("at").asString()).matches(TIME);
        assertThat(declined.get("journalPosition").isIntegralNumber()).isTrue();
        assertThat(declined.get("sentence").get("zh").asString()).endsWith("王芳拒接。");
        JsonNode taken = explanation.get("decisions").get(1);
        assertThat(taken.get("winner").asString()).isEqualTo("agent1");
        assertThat(taken.get("requirement")).hasSize(1);
        assertThat(taken.get("requirement").get(0).get("skill").asString()).isEqualTo("support");
        assertThat(taken.get("requirement").get(0).get("level").asInt()).isEqualTo(1);
        assertThat(taken.get("outcome").asString()).isEqualTo("answered");
        assertThat(explanation.get("winner").asString()).isEqualTo("agent1");
        assertThat(explanation.get("sentence").get("zh").asString()).startsWith("此前王芳拒接。坐席陈静被选中");
    }

    @Test
    void aCallThatWaitedIsExplainedByItsArrival() throws Exception {
        JsonNode explanation = platform.get(auditor, "/api/calls/" + id(WAITED) + "/explanation")
                .body();

        assertThat(explanation.get("rule").asString()).isEqualTo("first-waiting");
        assertThat(explanation.get("lostBecause").isNull()).isTrue();
        assertThat(explanation.get("sentence").get("zh").asString()).isEqualTo("坐席李强空出时，该来电在其可接的等待联络中到达最早。");
    }

    @Test
    void aCallWithoutOfferIsExplainedToo() throws Exception {
        Answer answer = platform.get(auditor, "/api/calls/" + id(ABANDONED) + "/explanation");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("winner").isNull()).isTrue();
        assertThat(answer.body().get("decisions")).isEmpty();
        assertThat(answer.body().get("sentence").get("zh").asString()).contains("主叫放弃");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "x", "99999999999999999999", "1.5"})
    void anUnknownCallIsNotFound(String id) throws Exception {
        for (String path : List.of("/api/calls/" + id, "/api/calls/" + id + "/explanation")) {
            Answer answer = platform.get(auditor, path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body().get("rule").asString()).isEqualTo("call.unknown");
        }
    }

    @Test
    void anotherClientsCallsDoNotExist() throws Exception {
        Cookie stranger = platform.signIn("auditor2");

        assertThat(ids(platform.get(stranger, "/api/calls"))).isEmpty();
        assertThat(platform.get(stranger, "/api/calls/" + id(ANSWERED)).status())
                .isEqualTo(404);
        assertThat(platform.get(stranger, "/api/calls/" + id(ANSWERED) + "/explanation")
                        .status())
                .isEqualTo(404);
        assertThat(platform.get(stranger, "/api/agents/agent1/intervals").status())
                .isEqualTo(404);
        assertThat(platform.get(stranger, "/api/calls?queue=support").status()).isEqualTo(400);
    }

    @Test
    void anAgentSeesOwnCallsOnly() throws Exception {
        Cookie agent = platform.signIn("agent2");

        assertThat(ids(platform.get(agent, "/api/calls"))).containsExactly(id(WAITED), id(ANSWERED));
        assertThat(ids(platform.get(agent, "/api/calls?agent=agent1"))).isEmpty();
        assertThat(platform.get(agent, "/api/calls/" + id(ANSWERED)).status()).isEqualTo(200);
        assertThat(platform.get(agent, "/api/calls/" + id(DECLINED)).status()).isEqualTo(404);
        assertThat(platform.get(agent, "/api/calls/" + id(ABANDONED)).status()).isEqualTo(404);
        assertThat(platform.get(agent, "/api/calls/" + id(ANSWERED) + "/explanation")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoMayNotReadCallsIsRefused() throws Exception {
        Cookie administrator = platform.signIn("system1");

        for (String path : List.of("/api/calls", "/api/calls/" + id(ANSWERED), "/api/agents/agent1/intervals")) {
            assertThat(platform.get(administrator, path).status()).as(path).isEqualTo(403);
        }
        assertThat(platform.get(new Cookie("other", "x"), "/api/calls").status())
                .isEqualTo(401);
    }

    @Test
    void anAgentsTimeIsShownStateByState() throws Exception {
        Answer answer = platform.get(supervisor, "/api/agents/agent2/intervals");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode items = answer.body().get("items");
        assertThat(items.valueStream().map(item -> item.get("state").asString()))
                .containsExactly(
                        "not-ready",
                        "ready",
                        "ringing",
                        "talking",
                        "wrap-up",
                        "not-ready",
                        "ready",
                        "ringing",
                        "talking");
        assertThat(items.get(0).propertyNames()).containsExactly("state", "reason", "startedAt", "endedAt", "call");
        assertThat(items.get(0).get("reason").asString()).isEqualTo("signed-in");
        assertThat(items.get(3).get("call").asString()).isEqualTo(id(ANSWERED));
        assertThat(items.get(5).get("reason").asString()).isEqualTo("break");
        assertThat(items.get(8).get("endedAt").isNull()).isTrue();
        assertThat(items.get(8).get("startedAt").asString()).matches(TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "from=now, from",
        "from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z, from",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "day=today, day"
    })
    void aWrongSpanIsNamed(String query, String field) throws Exception {
        Answer answer = platform.get(supervisor, "/api/agents/agent2/intervals?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    private static OfferId arrive(ContactId contact) {
        return offerIn(platform.submit(new Command.Arrive(contact, new ClientId(1), new QueueId(1))));
    }

    private static OfferId offerIn(List<Event> events) {
        return events.stream()
                .filter(Event.OfferMade.class::isInstance)
                .map(event -> ((Event.OfferMade) event).offer())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No offer among " + events));
    }

    private static List<String> ids(Answer answer) {
        return answer.body()
                .get("items")
                .valueStream()
                .map(call -> call.get("id").asString())
                .toList();
    }

    private static String id(ContactId contact) {
        return Long.toString(contact.value());
    }

    private static CallId callId(ContactId contact) {
        return new CallId(contact.value());
    }
}
