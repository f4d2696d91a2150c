package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHeardNoMore;
import static org.kezheng.systemtests.Ear.awaitHears;
import static org.kezheng.systemtests.HandOutTalk.AGENTS_TONE;
import static org.kezheng.systemtests.HandOutTalk.CALLERS_TONE;
import static org.kezheng.systemtests.HandOutTalk.MOMENT;
import static org.kezheng.systemtests.HandOutTalk.PARTNERS_TONE;
import static org.kezheng.systemtests.HandOutTalk.awaitBack;
import static org.kezheng.systemtests.HandOutTalk.awaitConsultation;
import static org.kezheng.systemtests.HandOutTalk.awaitMusicOnly;
import static org.kezheng.systemtests.HandOutTalk.end;
import static org.kezheng.systemtests.HandOutTalk.staysUnheard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.SipMessage;
import tools.jackson.databind.JsonNode;

/// Callers who are handed to somebody outside, at once or after a word with them: who hears whom is told by
/// tones, and what leaves by the carrier's own messages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandOutIT {
    private static final String CALLER = "13922221111";
    private static final String PARTNER = "02087654321";

    /// Of its own: it changes what holds for all calls of the installation.
    private final CallCentre centre = CallCentre.open();

    private String partner = "";

    @AfterAll
    void stop() {
        centre.close();
    }

    @Test
    @Order(1)
    void whatTheGateRefusesReachesNoTrunkAndTheCallerStaysWithTheAgent() {
        partner = OpenedGate.listNumber(centre, "Partner", PARTNER);
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            Answer transfer = hand(agent, call, "transfer");
            assertThat(transfer.status()).isEqualTo(409);
            assertThat(transfer.json().path("rule").asString()).isEqualTo("gate.outbound-off");
            assertThat(transfer.text()).doesNotContain(PARTNER);
            assertThat(hand(agent, call, "consultation").json().path("rule").asString())
                    .isEqualTo("gate.outbound-off");
            OpenedGate.open(centre);
            OpenedGate.loosen(centre, "outbound.max-per-own-number-minute", "20");
            Answer unknown = send(agent, "POST", call, "transfer", Map.of("outsideNumber", "999999"));
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.json().path("field").asString()).isEqualTo("outsideNumber");
            assertThat(agent.view().path("held").asBoolean()).isFalse();
            awaitHears(call.sound(), AGENTS_TONE);
            assertThat(carrier.invitations()).isEmpty();
            end(agent, call);
        }
    }

    @Test
    @Order(2)
    void callerIsHandedOutAtOnceWithNothingButAnOwnNumberAndCountsOnce() {
        JsonNode before = supportQueue();
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            carrier.sound().speak(PARTNERS_TONE);
            JsonNode shown = hand(agent, call, "transfer").expect(200).json();
            assertThat(shown.at("/consultation/displayName").asString()).isEqualTo("Partner");
            SipMessage invite = carrier.awaitInvitation(1, SOON);
            assertThat(invite.text()).startsWith("INVITE sip:" + PARTNER + "@");
            assertThat(invite.header("From").orElseThrow()).contains("sip:4001@");
            assertThat(invite.header("P-Asserted-Identity").orElseThrow()).contains("sip:4001@");
            assertThat(invite.header("Diversion")).isEmpty();
            agent.awaitState("wrap-up");
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            awaitHeardNoMore(call.sound(), AGENTS_TONE);
            assertThat(carrier.received()).noneMatch(message -> message.text().contains(CALLER));
            agent.wrapUp(call, "resolved", "").expect(200);
            JsonNode talking = LegRecords.await(
                    centre, call, legs -> LegRecords.result(legs, 0).equals("answered"));
            assertThat(talking.at("/customerLine/state").asString()).isEqualTo("open");
            assertThat(LegRecords.isAbsent(talking.at("/outsideLegs/0/endedAt")))
                    .isTrue();
            carrier.hangUp();
            call.awaitHungUp(SOON);
            JsonNode record = LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 0));
            LegRecords.assertFollowed(record, 0);
            assertThat(record.path("endedAt")).isEqualTo(talking.path("endedAt"));
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            assertThat(record.path("offers").size()).isEqualTo(1);
            assertThat(record.path("outsideLegs").size()).isEqualTo(1);
            assertThat(record.at("/outsideLegs/0/way").asString()).isEqualTo("transfer");
            assertThat(record.at("/outsideLegs/0/ownNumber").asString()).isEqualTo("4001");
            assertThat(record.toString()).doesNotContain(PARTNER);
        }
        JsonNode after = supportQueue();
        assertThat(after.path("offeredToday").asInt()
                        - before.path("offeredToday").asInt())
                .isEqualTo(1);
        assertThat(after.path("answeredToday").asInt()
                        - before.path("answeredToday").asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void partnerIsAskedJoinsAndKeepsTheCallerWhoEndsTheCall() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            carrier.sound().speak(PARTNERS_TONE);
            hand(agent, call, "consultation").expect(200);
            awaitConsultation(agent, "consulting");
            awaitHears(phone.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), AGENTS_TONE);
            awaitMusicOnly(call.sound());
            assertThat(carrier.sound().heardWithin(MOMENT).carriesTone(CALLERS_TONE))
                    .isFalse();
            send(agent, "POST", call, "consultation/conference", Map.of()).expect(200);
            awaitConsultation(agent, "conference");
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            send(agent, "POST", call, "consultation/completion", Map.of()).expect(200);
            agent.awaitState("wrap-up");
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHeardNoMore(call.sound(), AGENTS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            agent.wrapUp(call, "resolved", "").expect(200);
            call.hangUp();
            Await.until(
                    "the carrier's leg ends",
                    SOON,
                    () -> carrier.received().stream().anyMatch(message -> message.isRequest("BYE")));
            JsonNode record = LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 0));
            assertThat(record.at("/outsideLegs/0/way").asString()).isEqualTo("consultation");
            LegRecords.assertFollowed(record, 0);
        }
    }

    @Test
    @Order(4)
    void agentChangesBetweenCallerAndPartnerWhoHearMusicByTurns() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            carrier.sound().speak(PARTNERS_TONE);
            hand(agent, call, "consultation").expect(200);
            awaitHears(phone.sound(), PARTNERS_TONE);
            awaitMusicOnly(call.sound());

            swap(agent, call, "with-caller");
            awaitHears(call.sound(), AGENTS_TONE);
            awaitHears(phone.sound(), CALLERS_TONE);
            awaitMusicOnly(carrier.sound());
            staysUnheard(phone.sound(), PARTNERS_TONE);
            staysUnheard(call.sound(), PARTNERS_TONE);

            swap(agent, call, "consulting");
            awaitHears(carrier.sound(), AGENTS_TONE);
            awaitHears(phone.sound(), PARTNERS_TONE);
            awaitMusicOnly(call.sound());
            staysUnheard(carrier.sound(), CALLERS_TONE);

            swap(agent, call, "with-caller");
            awaitMusicOnly(carrier.sound());
            send(agent, "POST", call, "consultation/conference", Map.of()).expect(200);
            awaitConsultation(agent, "conference");
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            awaitHears(carrier.sound(), AGENTS_TONE);

            swap(agent, call, "consulting");
            awaitMusicOnly(call.sound());
            swap(agent, call, "with-caller");
            awaitHears(call.sound(), AGENTS_TONE);
            send(agent, "POST", call, "consultation/completion", Map.of()).expect(200);
            agent.awaitState("wrap-up");
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            awaitHeardNoMore(call.sound(), AGENTS_TONE);
            agent.wrapUp(call, "resolved", "").expect(200);
            carrier.hangUp();
            call.awaitHungUp(SOON);
            LegRecords.assertFollowed(LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 0)), 0);
        }
    }

    @Test
    @Order(4)
    void pressedTwiceAtOnceSomebodyOutsideIsCalledOnceAndStaysInTheAgentsHand() {
        for (String how : List.of("consultation", "transfer")) {
            try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                    AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                    PhoneAgent agent = centre.agent("agent2", phone).ready();
                    IncomingCall call = talk(agent, phone)) {
                carrier.sound().speak(PARTNERS_TONE);
                CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> hand(agent, call, how));
                Answer one = hand(agent, call, how);
                assertThat(List.of(one.status(), other.join().status())).as(how).containsExactlyInAnyOrder(200, 409);
                carrier.awaitAnswered(1, SOON);
                if (how.equals("consultation")) {
                    awaitHears(phone.sound(), PARTNERS_TONE);
                    send(agent, "DELETE", call, "consultation", Map.of()).expect(200);
                    awaitBack(agent, phone, call);
                    end(agent, call);
                } else {
                    awaitHears(call.sound(), PARTNERS_TONE);
                    call.hangUp();
                    agent.awaitState("wrap-up");
                    agent.wrapUp(call, "resolved", "").expect(200);
                }
                assertThat(carrier.invitations()).hasSize(1);
                assertThat(centre.awaitRecord(call).path("outsideLegs").size()).isEqualTo(1);
            }
        }
    }

    @Test
    @Order(4)
    void partnerWhoIsAsideIsLetGoAndTheCallerStays() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            carrier.sound().speak(PARTNERS_TONE);
            hand(agent, call, "consultation").expect(200);
            awaitHears(phone.sound(), PARTNERS_TONE);
            swap(agent, call, "with-caller");
            awaitMusicOnly(carrier.sound());
            send(agent, "DELETE", call, "consultation", Map.of()).expect(200);
            Await.until(
                    "the carrier's leg ends",
                    SOON,
                    () -> carrier.received().stream().anyMatch(message -> message.isRequest("BYE")));
            awaitBack(agent, phone, call);
            end(agent, call);
        }
    }

    @Test
    @Order(4)
    void partnerWhoHangsUpOrDeclinesLeavesTheCallerWithTheAgent() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut())) {
                carrier.sound().speak(PARTNERS_TONE);
                hand(agent, call, "consultation").expect(200);
                awaitHears(phone.sound(), PARTNERS_TONE);
                carrier.hangUp();
                awaitBack(agent, phone, call);
            }
            try (AgentPhone carrier =
                    AgentPhone.decliningCarrierAt(centre.status().sipOut())) {
                hand(agent, call, "transfer").expect(200);
                carrier.awaitInvitation(1, SOON);
                awaitBack(agent, phone, call);
                assertThat(agent.api()
                                .read("/api/calls/" + call.id() + "/outside-result")
                                .path("result")
                                .asString())
                        .isEqualTo("declined");
            }
            end(agent, call);
            JsonNode record =
                    LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 0) && LegRecords.isOver(legs, 1));
            assertThat(LegRecords.result(record, 0)).isEqualTo("answered");
            assertThat(LegRecords.result(record, 1)).isEqualTo("declined");
            assertThat(LegRecords.isAbsent(record.at("/outsideLegs/1/answeredAt")))
                    .isTrue();
            assertThat(LegRecords.isAbsent(record.path("customerLine"))).isTrue();
        }
    }

    @Test
    @Order(5)
    void recordSaysOfEachLegWhatCameOfIt() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            handToCarrierThatSays("486 Busy Here", agent, phone, call);
            handToCarrierThatSays("480 Temporarily Unavailable", agent, phone, call);
            handToCarrierThatSays("503 Service Unavailable", agent, phone, call);
            try (AgentPhone carrier =
                    AgentPhone.ringingCarrierAt(centre.status().sipOut())) {
                hand(agent, call, "consultation").expect(200);
                carrier.awaitInvitation(1, SOON);
                send(agent, "DELETE", call, "consultation", Map.of()).expect(200);
                carrier.awaitCancelled(SOON);
                awaitBack(agent, phone, call);
            }
            end(agent, call);
            JsonNode record = LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 3));
            assertThat(CallCentre.stream(record.path("outsideLegs"))
                            .map(leg -> leg.path("result").asString()))
                    .containsExactly("busy", "no-answer", "no-trunk", "withdrawn");
            assertThat(CallCentre.stream(record.path("outsideLegs")))
                    .allMatch(leg -> LegRecords.isAbsent(leg.path("answeredAt"))
                            && !LegRecords.at(leg, "endedAt").isBefore(LegRecords.at(leg, "at"))
                            && !leg.path("endUnseen").asBoolean());
            sheetShows(call, "zh-CN", "外线", "无应答");
            sheetShows(call, "en", "To the outside", "no answer");
        }
    }

    private void sheetShows(IncomingCall call, String language, String title, String result) {
        try (Browser browser = Browser.speaking(AGENTS_TONE);
                BrowserPage desk = Console.signIn(browser, centre, "auditor1", language)) {
            Page page = desk.page();
            page.navigate(centre.status().http() + "/auditor/calls/" + call.id());
            Locator legs = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
            legs.waitFor();
            legs.scrollIntoViewIfNeeded();
            assertThat(legs.innerText()).contains(result).doesNotContain(PARTNER);
            desk.screenshot(picture("outside-legs", language));
        }
    }

    @Test
    @Order(6)
    void endThatNobodySawIsSaidToBeUnseenAndOneAfterTheRestartIsSeen() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                IncomingCall unseen = handedOut(agent, phone, carrier);
                IncomingCall seen = handedOut(agent, phone, carrier)) {
            Installation.kill(centre.status().platformPid());
            unseen.hangUp();
            Await.until(
                    "the carrier's leg ends",
                    SOON,
                    () -> carrier.received().stream().anyMatch(message -> message.isRequest("BYE")));
            centre.up();
            JsonNode missed = LegRecords.await(
                    centre, unseen, legs -> legs.at("/outsideLegs/0/endUnseen").asBoolean());
            assertThat(LegRecords.result(missed, 0)).isEqualTo("answered");
            assertThat(LegRecords.isAbsent(missed.at("/outsideLegs/0/endedAt"))).isTrue();
            assertThat(missed.at("/customerLine/state").asString()).isEqualTo("unseen");
            assertThat(LegRecords.isAbsent(missed.at("/customerLine/endedAt"))).isTrue();
            JsonNode open = centre.record(seen);
            assertThat(open.at("/customerLine/state").asString())
                    .as(open.toString())
                    .isEqualTo("open");
            seen.hangUp();
            LegRecords.assertFollowed(LegRecords.await(centre, seen, legs -> LegRecords.isOver(legs, 0)), 0);
        }
    }

    /// The last one: it leaves the agent in wrap-up.
    @Test
    @Order(7)
    void deskOffersTheListShowsTheWayOutAndTakesTheCallerBack() {
        try (Browser browser = Browser.speaking(AGENTS_TONE);
                AgentPhone carrier = AgentPhone.ringingCarrierAt(centre.status().sipOut());
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall call = centre.dial("support", CALLER)) {
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            Page page = desk.window().page();
            desk.press("F8");
            page.getByRole(AriaRole.COMBOBOX).fill("Partner");
            Locator option = page.getByRole(AriaRole.OPTION).first();
            option.waitFor();
            assertThat(option.innerText()).contains("外线").doesNotContain(PARTNER);
            page.waitForFunction("() => document.querySelector('[class*=zoom-appear],[class*=zoom-enter]') === null");
            desk.window().screenshot(picture("hand-out-choice", "zh-CN"));
            desk.press("Enter");
            shows(page, "正在转给 Partner");
            carrier.awaitInvitation(1, SOON);
            awaitMusicOnly(call.sound());
            desk.window().screenshot(picture("hand-out", "zh-CN"));
            desk.speakEnglish();
            shows(page, "Transferring to Partner");
            desk.window().screenshot(picture("hand-out", "en"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Withdraw the transfer"))
                    .click();
            carrier.awaitCancelled(SOON);
            awaitHears(call.sound(), AGENTS_TONE);
            call.hangUp();
            desk.awaitState("wrap-up");
        }
    }

    private void handToCarrierThatSays(String status, PhoneAgent agent, AgentPhone phone, IncomingCall call) {
        try (AgentPhone carrier = AgentPhone.refusingCarrierAt(centre.status().sipOut(), status)) {
            hand(agent, call, "transfer").expect(200);
            carrier.awaitInvitation(1, SOON);
            awaitBack(agent, phone, call);
        }
    }

    /// A call that somebody outside has, and the agent no more.
    private IncomingCall handedOut(PhoneAgent agent, AgentPhone phone, AgentPhone carrier) {
        IncomingCall call = talk(agent, phone);
        int legs = carrier.invitations().size();
        hand(agent, call, "transfer").expect(200);
        carrier.awaitAnswered(legs + 1, SOON);
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
        LegRecords.await(centre, call, record -> LegRecords.result(record, 0).equals("answered"));
        return call;
    }

    private static void shows(Page page, String text) {
        Await.until(
                "the desk shows " + text, SOON, () -> page.locator("main").innerText(), seen -> seen.contains(text));
    }

    private static Path picture(String name, String language) {
        return Path.of("target", "screenshots", name + "-" + language + ".png");
    }

    private IncomingCall talk(PhoneAgent agent, AgentPhone phone) {
        return HandOutTalk.talk(centre, CALLER, agent, phone);
    }

    private Answer hand(PhoneAgent agent, IncomingCall call, String how) {
        return send(agent, "POST", call, how, Map.of("outsideNumber", partner));
    }

    private static Answer send(
            PhoneAgent agent, String method, IncomingCall call, String what, Map<String, String> body) {
        return agent.api().send(method, "/api/calls/" + call.id() + "/" + what, body);
    }

    private static void swap(PhoneAgent agent, IncomingCall call, String state) {
        send(agent, "POST", call, "consultation/swap", Map.of()).expect(200);
        awaitConsultation(agent, state);
    }

    private JsonNode supportQueue() {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals("support"))
                .findFirst()
                .orElseThrow();
    }
}
