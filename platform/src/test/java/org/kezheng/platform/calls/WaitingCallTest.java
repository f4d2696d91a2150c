package org.kezheng.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import tools.jackson.databind.JsonNode;

/// Calls that nobody can take yet, asked about over HTTP.
final class WaitingCallTest {
    private static final long SECOND = 1_800_000_000L << 20;
    private static final ContactId FIRST = new ContactId(SECOND + 7);
    private static final ContactId SECOND_CALL = new ContactId(SECOND + 8);
    private static final ContactId DECLINED = new ContactId(SECOND + 9);
    private static final AgentId LI = new AgentId(2002);

    @TempDir
    static Path directory;

    private static PlatformUnderTest platform;
    private static Cookie supervisor;

    @BeforeAll
    static void letCallsWait() throws IOException {
        platform = PlatformUnderTest.start(directory);
        supervisor = platform.signIn("supervisor1");
        platform.submit(new Command.SignIn(LI));
        platform.submit(new Command.MakeReady(LI));
        platform.submit(new Command.Arrive(DECLINED, new ClientId(1), new QueueId(1))).stream()
                .filter(Event.OfferMade.class::isInstance)
                .map(event -> ((Event.OfferMade) event).offer())
                .forEach(offer -> platform.submit(new Command.OfferDeclined(offer)));
        platform.submit(new Command.MakeNotReady(LI, new ReasonCode("meal")));
        platform.submit(new Command.Arrive(FIRST, new ClientId(1), new QueueId(1)));
        platform.submit(new Command.Arrive(SECOND_CALL, new ClientId(1), new QueueId(1)));
        platform.project();
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void aCallThatWaitsSaysWhatItWaitsFor() throws Exception {
        JsonNode explanation = explanation(SECOND_CALL);

        assertThat(explanation.get("winner").isNull()).isTrue();
        assertThat(explanation.get("decisions")).isEmpty();
        JsonNode waiting = explanation.get("waiting");
        assertThat(waiting.propertyNames())
                .containsExactly(
                        "ring",
                        "rings",
                        "wishAgent",
                        "nextStepAt",
                        "overflowAt",
                        "ahead",
                        "agents",
                        "busy",
                        "notReady",
                        "signedOut",
                        "passedOver",
                        "unlooked",
                        "sentence");
        assertThat(waiting.get("ring").asInt()).isEqualTo(1);
        assertThat(waiting.get("ahead").asInt()).isEqualTo(2);
        assertThat(waiting.get("notReady").asInt()).isEqualTo(1);
        assertThat(waiting.get("signedOut").asInt())
                .isEqualTo(waiting.get("agents").asInt() - 1)
                .isPositive();
        assertThat(waiting.get("overflowAt").asString()).endsWith("Z");
        assertThat(waiting.get("sentence").get("en").asString())
                .startsWith("The contact still waits: 2 other contacts come first. ")
                .contains("agents meet the requirement: 1 not ready, ");
        assertThat(explanation.get("sentence")).isEqualTo(waiting.get("sentence"));
    }

    @Test
    void aCallThatWasDeclinedAndWaitsAgainSaysBoth() throws Exception {
        JsonNode explanation = explanation(DECLINED);

        assertThat(explanation.get("winner").asString()).isEqualTo("agent2");
        assertThat(explanation.get("waiting").get("ahead").asInt()).isZero();
        assertThat(explanation.get("sentence").get("zh").asString())
                .startsWith("坐席李强被选中")
                .contains("李强拒接。该联络仍在等待：前面没有其他联络。");
    }

    private static JsonNode explanation(ContactId contact) throws Exception {
        PlatformUnderTest.Answer answer = platform.get(supervisor, "/api/calls/" + contact.value() + "/explanation");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }
}
