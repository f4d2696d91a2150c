package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHears;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// An agent calls a colleague without any caller, on desk phones and on desks.
@ExtendWith(SharedCallCentre.class)
class InternalCallIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double FIRST_TONE = 1_000;
    private static final double SECOND_TONE = 1_300;

    private final CallCentre centre;

    InternalCallIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void colleaguesHearEachOtherAndEitherEndsItAndNoFigureCountsIt() {
        JsonNode before = figures();
        try (AgentPhone firstPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone secondPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent first = centre.agent("agent1", firstPhone);
                PhoneAgent second = centre.agent("agent2", secondPhone)) {
            firstPhone.sound().speak(FIRST_TONE);
            secondPhone.sound().speak(SECOND_TONE);
            String call = call(first, "agent2").expect(202).json().path("call").asString();
            awaitHears(firstPhone.sound(), SECOND_TONE);
            awaitHears(secondPhone.sound(), FIRST_TONE);
            JsonNode shown = first.awaitState("talking");
            assertThat(shown.path("call").asString()).isEqualTo(call);
            assertThat(shown.at("/consultation/agent").asString()).isEqualTo("agent2");
            assertThat(call(second, "agent1").json().path("rule").asString()).isEqualTo("acd.agent-not-free");
            assertThat(first.api()
                            .send("POST", "/api/calls/" + call + "/consultation/completion", Map.of())
                            .json()
                            .path("rule")
                            .asString())
                    .isEqualTo("consultation.internal");
            secondPhone.hangUp();
            first.awaitState("not-ready");
            second.awaitState("not-ready");
            assertThat(result(first, call)).isEqualTo("talked");

            String again = call(first, "agent2").expect(202).json().path("call").asString();
            awaitHears(secondPhone.sound(), FIRST_TONE);
            second.awaitState("talking");
            first.api()
                    .send("DELETE", "/api/agent/internal-calls/" + again, Map.of())
                    .expect(200);
            second.awaitState("not-ready");
            first.awaitState("not-ready");
        }
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void colleagueWhoDeclinesOrIsBusyIsToldAndNobodyIsLeftInSilence() {
        try (AgentPhone firstPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone declining = AgentPhone.declining();
                PhoneAgent first = centre.agent("agent1", firstPhone);
                PhoneAgent second = centre.agent("agent2", declining)) {
            String call = call(first, "agent2").expect(202).json().path("call").asString();
            Await.until("the colleague has declined", SOON, () -> result(first, call), "declined"::equals);
            first.awaitState("not-ready");
            Answer self = call(first, "agent1");
            assertThat(self.status()).isEqualTo(400);
            assertThat(self.json().path("rule").asString()).isEqualTo("transfer.self");
            second.api()
                    .send("PUT", "/api/agent/state", Map.of("state", "ready"))
                    .expect(200);
            try (IncomingCall caller = centre.dial("support")) {
                Await.until(
                        "the colleague rings",
                        SOON,
                        () -> declining.invitations().size() >= 2);
                caller.hangUp();
            }
        }
    }

    @Test
    void desksShowACallToAColleagueFromTheChoiceToItsEnd() {
        try (Browser ears = Browser.speaking(FIRST_TONE);
                Browser mouths = Browser.speaking(SECOND_TONE);
                AgentDesk caller = AgentDesk.signIn(ears, centre, "agent1");
                AgentDesk called = AgentDesk.signIn(mouths, centre, "agent2")) {
            Page page = caller.window().page();
            caller.press("F8");
            page.getByLabel("输入同事的姓名或工号").fill("agent2");
            page.getByRole(AriaRole.OPTION).first().waitFor();
            page.waitForFunction("() => document.querySelector('[class*=zoom-appear],[class*=zoom-enter]') === null");
            caller.window().screenshot(picture("colleague-choice", "zh-CN"));
            caller.press("Enter");
            called.awaitRinging();
            called.window().screenshot(picture("colleague-ringing", "zh-CN"));
            caller.window().screenshot(picture("colleague-calling", "zh-CN"));
            shows(panel(page, "内部通话"), "正在呼叫");
            called.answer();
            shows(panel(page, "内部通话"), "正在与");
            caller.window().screenshot(picture("colleague-talk", "zh-CN"));
            called.speakEnglish();
            shows(called.window().page().locator("main"), "Two colleagues talk");
            called.window().screenshot(picture("colleague-talk", "en"));
            assertThat(called.window().page().getByText("Asks you about a call").count())
                    .isZero();
            caller.press("F4");
            caller.awaitState("not-ready");
            called.awaitState("not-ready");
        }
    }

    private static Answer call(PhoneAgent agent, String colleague) {
        return agent.api().send("POST", "/api/agent/internal-calls", Map.of("agent", colleague));
    }

    private static String result(PhoneAgent agent, String call) {
        return agent.api()
                .read("/api/agent/internal-calls/" + call)
                .path("result")
                .asString("");
    }

    private JsonNode figures() {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals("support"))
                .map(queue -> queue.path("offeredToday"))
                .findFirst()
                .orElseThrow();
    }

    private static Locator panel(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private static void shows(Locator place, String text) {
        Await.until(
                "the desk shows " + text,
                SOON,
                () -> String.join(" ", place.allInnerTexts()),
                seen -> seen.contains(text));
    }

    private static Path picture(String name, String language) {
        return PICTURES.resolve(name + "-" + language + ".png");
    }
}
