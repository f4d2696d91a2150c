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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.RtpPeer;
import tools.jackson.databind.JsonNode;

/// The link between the platform and the PBX is lost in the middle of a call: whoever talks talks on, and when the link
/// is back everybody hears whom the desk says, nobody is left behind, and the records say what was seen.
/// A colleague has the tone of [HandOutTalk#PARTNERS_TONE].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLinkIT {
    private static final String CALLER = "13922221111";
    private static final String LATE_CALLER = "13700009001";
    private static final Duration UNTIL_THE_LINK_IS_CUT = Duration.ofSeconds(7);

    /// Of its own: it takes the PBX from all calls of the installation.
    private final CallCentre centre = CallCentre.open();

    private String partner = "";

    @BeforeAll
    void letCallsOut() {
        OpenedGate.open(centre);
        OpenedGate.loosen(centre, "outbound.max-per-own-number-minute", "20");
        partner = OpenedGate.listNumber(centre, "Partner", "02087654321");
    }

    @AfterAll
    void stop() {
        centre.close();
    }

    @Test
    void consultationIsAsTheDeskSaysWhenTheLinkIsBackAndWhoHungUpMeanwhileIsGone() {
        JsonNode before = queue();
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone colleaguesPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent colleague = centre.agent("agent2", colleaguesPhone);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            consultColleague(agent, phone, call, colleaguesPhone);
            try (LostLink _ = LostLink.cut(centre)) {
                act(agent, call, "consultation/swap").expect(200);
                Await.throughout(
                        "nobody is moved",
                        MOMENT,
                        () -> !call.sound().heardWithin(MOMENT).carriesTone(AGENTS_TONE)
                                && colleaguesPhone.sound().heardWithin(MOMENT).carriesTone(AGENTS_TONE));
            }
            awaitConsultation(agent, "with-caller");
            agentIsWithTheCallerAlone(phone, call, colleaguesPhone.sound());
            act(agent, call, "consultation/conference").expect(200);
            allHearEachOther(phone, call, colleaguesPhone.sound());
            try (LostLink _ = LostLink.cut(centre)) {
                colleaguesPhone.hangUp();
            }
            awaitBack(agent, phone, call);
            colleague.awaitState("not-ready");
            try (LostLink _ = LostLink.cut(centre)) {
                call.hangUp();
            }
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            nobodyIsLeftOnThePbx();
            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            assertThat(offers(record)).containsExactly("agent1 answered");
            assertThat(CallCentre.stream(record.path("consultations")).map(LostLinkIT::offers))
                    .containsExactly(List.of("agent2 answered"));
        }
        countsOnce(before);
    }

    @Test
    void orderThatIsLostIsMadeUpForAndAllMeetInAnotherRoom() {
        JsonNode before = queue();
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone colleaguesPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent colleague = centre.agent("agent2", colleaguesPhone);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            consultColleague(agent, phone, call, colleaguesPhone);
            Set<String> room = rooms();
            whileThePbxHangs(() -> act(agent, call, "consultation/swap").expect(200));
            awaitAnotherRoom(room);
            agentIsWithTheCallerAlone(phone, call, colleaguesPhone.sound());
            Set<String> second = rooms();
            whileThePbxHangs(() -> act(agent, call, "consultation/conference").expect(200));
            awaitAnotherRoom(second);
            allHearEachOther(phone, call, colleaguesPhone.sound());
            Set<String> third = rooms();
            whileThePbxHangs(() -> act(agent, call, "consultation/swap").expect(200));
            awaitAnotherRoom(third);
            awaitHears(phone.sound(), PARTNERS_TONE);
            awaitHears(colleaguesPhone.sound(), AGENTS_TONE);
            awaitMusicOnly(call.sound());
            awaitHeardNoMore(phone.sound(), CALLERS_TONE);
            act(agent, call, "consultation/completion").expect(200);
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(colleaguesPhone.sound(), CALLERS_TONE);
            awaitHeardNoMore(call.sound(), AGENTS_TONE);
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            end(colleague, call);
            nobodyIsLeftOnThePbx();
            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("agent").asString()).isEqualTo("agent2");
            assertThat(offers(record)).containsExactly("agent1 answered", "agent2 answered");
        }
        countsOnce(before);
    }

    @Test
    void whoeverIsAskedOutsideIsAsTheDeskSaysWhenTheLinkIsBackAndTheirEndMeanwhileIsUnseen() {
        JsonNode before = queue();
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            consultOutside(agent, phone, call, carrier);
            try (LostLink _ = LostLink.cut(centre)) {
                act(agent, call, "consultation/swap").expect(200);
                Await.throughout(
                        "nobody is moved",
                        MOMENT,
                        () -> !call.sound().heardWithin(MOMENT).carriesTone(AGENTS_TONE)
                                && carrier.sound().heardWithin(MOMENT).carriesTone(AGENTS_TONE));
            }
            awaitConsultation(agent, "with-caller");
            agentIsWithTheCallerAlone(phone, call, carrier.sound());
            Set<String> room = rooms();
            whileThePbxHangs(() -> act(agent, call, "consultation/swap").expect(200));
            awaitAnotherRoom(room);
            awaitConsultation(agent, "consulting");
            awaitHears(phone.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), AGENTS_TONE);
            awaitMusicOnly(call.sound());
            act(agent, call, "consultation/conference").expect(200);
            allHearEachOther(phone, call, carrier.sound());
            try (LostLink _ = LostLink.cut(centre)) {
                carrier.hangUp();
            }
            awaitBack(agent, phone, call);
            end(agent, call);
            nobodyIsLeftOnThePbx();
            JsonNode record = LegRecords.await(
                    centre, call, legs -> legs.at("/outsideLegs/0/endUnseen").asBoolean());
            assertThat(LegRecords.result(record, 0)).isEqualTo("answered");
            assertThat(LegRecords.isAbsent(record.at("/outsideLegs/0/endedAt"))).isTrue();
            assertThat(LegRecords.isAbsent(record.path("customerLine"))).isTrue();
            assertThat(record.path("outsideLegs").size()).isEqualTo(1);
        }
        countsOnce(before);
    }

    @Test
    void callerWhoWasHandedOutTalksOnWithoutTheLinkAndTheirEndMeanwhileIsUnseen() {
        JsonNode before = queue();
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            carrier.sound().speak(PARTNERS_TONE);
            hand(agent, call, "transfer").expect(200);
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            try (LostLink _ = LostLink.cut(centre)) {
                Await.throughout(
                        "the two talk on",
                        MOMENT,
                        () -> call.sound().heardWithin(MOMENT).carriesTone(PARTNERS_TONE));
            }
            long back = System.nanoTime();
            Await.until(
                    "they hear each other still",
                    SOON,
                    () -> call.sound().heardSince(back).hasTone(PARTNERS_TONE)
                            && carrier.sound().heardSince(back).hasTone(CALLERS_TONE));
            JsonNode open = LegRecords.await(
                    centre, call, legs -> LegRecords.result(legs, 0).equals("answered"));
            assertThat(open.at("/customerLine/state").asString()).isEqualTo("open");
            try (LostLink _ = LostLink.cut(centre)) {
                call.hangUp();
                Await.until(
                        "the carrier's leg ends",
                        SOON,
                        () -> carrier.received().stream().anyMatch(message -> message.isRequest("BYE")));
            }
            JsonNode record = LegRecords.await(
                    centre, call, legs -> legs.at("/outsideLegs/0/endUnseen").asBoolean());
            assertThat(record.at("/customerLine/state").asString()).isEqualTo("unseen");
            assertThat(record.path("endedAt")).isEqualTo(open.path("endedAt"));
            nobodyIsLeftOnThePbx();
        }
        countsOnce(before);
    }

    @Test
    void whoeverAnswersOutsideWhileTheLinkIsAwayIsWithTheAgentWhenItIsBack() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut(), UNTIL_THE_LINK_IS_CUT);
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            carrier.sound().speak(PARTNERS_TONE);
            hand(agent, call, "consultation").expect(200);
            carrier.awaitInvitation(1, SOON);
            try (LostLink _ = LostLink.cut(centre)) {
                assertThat(carrier.received()).noneMatch(message -> message.isRequest("ACK"));
                carrier.awaitAnswered(1, SOON);
            }
            awaitConsultation(agent, "consulting");
            awaitHears(phone.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), AGENTS_TONE);
            awaitMusicOnly(call.sound());
            act(agent, call, "consultation/completion").expect(200);
            agent.awaitState("wrap-up");
            awaitHears(call.sound(), PARTNERS_TONE);
            awaitHears(carrier.sound(), CALLERS_TONE);
            agent.wrapUp(call, "resolved", "").expect(200);
            call.hangUp();
            JsonNode record = LegRecords.await(centre, call, legs -> LegRecords.isOver(legs, 0));
            assertThat(LegRecords.result(record, 0)).isEqualTo("answered");
            assertThat(LegRecords.isAbsent(record.at("/outsideLegs/0/answeredAt")))
                    .as("nobody saw when")
                    .isTrue();
            assertThat(record.at("/customerLine/state").asString()).isEqualTo("ended");
            nobodyIsLeftOnThePbx();
        }
    }

    @Test
    void queueIsAsTheCallersLeftItWhenTheLinkIsBack() {
        JsonNode before = queue();
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone);
                IncomingCall gone = centre.dial("support");
                IncomingCall first = centre.dial("support")) {
            phone.sound().speak(AGENTS_TONE);
            LostLink link = LostLink.cut(centre);
            try (link;
                    Caller lateCaller = centre.dialUnseen("support", LATE_CALLER)) {
                gone.hangUp();
                agent.ready();
                link.restore();
                IncomingCall late = centre.recognised(lateCaller, LATE_CALLER);
                for (IncomingCall call : List.of(first, late)) {
                    Await.until(
                            "the agent has call " + call.id(),
                            SOON,
                            agent::view,
                            view -> view.path("state").asString().equals("talking")
                                    && view.path("call").asString().equals(call.id()));
                    call.sound().speak(CALLERS_TONE);
                    awaitHears(call.sound(), AGENTS_TONE);
                    awaitHears(phone.sound(), CALLERS_TONE);
                    end(agent, call);
                    assertThat(centre.awaitRecord(call).path("outcome").asString())
                            .isEqualTo("answered");
                }
                JsonNode record = centre.awaitRecord(gone);
                assertThat(record.path("outcome").asString()).isEqualTo("abandoned");
                assertThat(CallCentre.time(record, "endedAt")).isAfter(CallCentre.time(record, "offeredAt"));
            }
            nobodyIsLeftOnThePbx();
        }
        JsonNode after = queue();
        assertThat(gained(before, after, "offeredToday")).isEqualTo(3);
        assertThat(gained(before, after, "answeredToday")).isEqualTo(2);
        assertThat(gained(before, after, "abandonedToday")).isEqualTo(1);
    }

    @Test
    void phoneThatIsAnsweredWhileTheLinkIsAwayIsInATalk() {
        JsonNode before = queue();
        try (AgentPhone phone = AgentPhone.answeringAfter(UNTIL_THE_LINK_IS_CUT);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support", CALLER)) {
            call.sound().speak(CALLERS_TONE);
            phone.sound().speak(AGENTS_TONE);
            phone.awaitInvitation(1, SOON);
            try (LostLink _ = LostLink.cut(centre)) {
                phone.awaitAnswered(1, SOON);
                awaitHears(call.sound(), AGENTS_TONE);
                awaitHears(phone.sound(), CALLERS_TONE);
                assertThat(agent.state()).isEqualTo("ringing");
            }
            agent.awaitState("talking");
            long back = System.nanoTime();
            Await.until(
                    "they hear each other still",
                    SOON,
                    () -> call.sound().heardSince(back).hasTone(AGENTS_TONE)
                            && phone.sound().heardSince(back).hasTone(CALLERS_TONE));
            end(agent, call);
            assertThat(offers(centre.awaitRecord(call))).containsExactly("agent1 answered");
            assertThat(phone.invitations()).hasSize(1);
            nobodyIsLeftOnThePbx();
        }
        countsOnce(before);
    }

    /// Orders are taken by the PBX's machine, and nobody answers them; the platform gives the link up.
    private void whileThePbxHangs(Runnable act) {
        long pbx = centre.status().pbxPid();
        Installation.signal(pbx, "STOP");
        try {
            act.run();
            LostLink.awaitAway(centre);
        } finally {
            Installation.signal(pbx, "CONT");
        }
        LostLink.awaitBack(centre);
    }

    private Set<String> rooms() {
        return centre.pbxChannels().stream()
                .map(line -> line.split("!", -1))
                .filter(channel -> channel.length > 6 && channel[5].equals("ConfBridge"))
                .map(channel -> channel[6].split(",", -1)[0])
                .collect(Collectors.toSet());
    }

    private void awaitAnotherRoom(Set<String> former) {
        Await.until(
                "all are in a room that is not " + former,
                SOON,
                this::rooms,
                rooms -> rooms.size() == 1 && !rooms.equals(former));
    }

    /// The platform's own calls, by which it tries itself, are nobody.
    private void nobodyIsLeftOnThePbx() {
        Await.until(
                "no channel is left",
                SOON,
                () -> centre.pbxChannels().stream()
                        .filter(channel -> !channel.startsWith("PJSIP/kezheng-probe-"))
                        .toList(),
                List::isEmpty);
    }

    private IncomingCall talk(PhoneAgent agent, AgentPhone phone) {
        return HandOutTalk.talk(centre, CALLER, agent, phone);
    }

    private void consultColleague(PhoneAgent agent, AgentPhone phone, IncomingCall call, AgentPhone colleaguesPhone) {
        colleaguesPhone.sound().speak(PARTNERS_TONE);
        agent.api()
                .send("POST", "/api/calls/" + call.id() + "/consultation", Map.of("agent", "agent2"))
                .expect(200);
        awaitHears(phone.sound(), PARTNERS_TONE);
        awaitHears(colleaguesPhone.sound(), AGENTS_TONE);
        awaitMusicOnly(call.sound());
    }

    private void consultOutside(PhoneAgent agent, AgentPhone phone, IncomingCall call, AgentPhone carrier) {
        carrier.sound().speak(PARTNERS_TONE);
        hand(agent, call, "consultation").expect(200);
        awaitConsultation(agent, "consulting");
        awaitHears(phone.sound(), PARTNERS_TONE);
        awaitHears(carrier.sound(), AGENTS_TONE);
        awaitMusicOnly(call.sound());
    }

    private static void agentIsWithTheCallerAlone(AgentPhone phone, IncomingCall call, RtpPeer other) {
        awaitHears(call.sound(), AGENTS_TONE);
        awaitHears(phone.sound(), CALLERS_TONE);
        awaitMusicOnly(other);
        awaitHeardNoMore(phone.sound(), PARTNERS_TONE);
        awaitHeardNoMore(call.sound(), PARTNERS_TONE);
    }

    private static void allHearEachOther(AgentPhone phone, IncomingCall call, RtpPeer other) {
        awaitHears(call.sound(), PARTNERS_TONE);
        awaitHears(call.sound(), AGENTS_TONE);
        awaitHears(other, CALLERS_TONE);
        awaitHears(other, AGENTS_TONE);
        awaitHears(phone.sound(), CALLERS_TONE);
        awaitHears(phone.sound(), PARTNERS_TONE);
    }

    private Answer hand(PhoneAgent agent, IncomingCall call, String how) {
        return agent.api().send("POST", "/api/calls/" + call.id() + "/" + how, Map.of("outsideNumber", partner));
    }

    private static Answer act(PhoneAgent agent, IncomingCall call, String what) {
        return agent.api().send("POST", "/api/calls/" + call.id() + "/" + what, Map.of());
    }

    private static List<String> offers(JsonNode record) {
        return CallCentre.stream(record.path("offers"))
                .map(offer -> offer.path("agent").asString() + " "
                        + offer.path("outcome").asString(""))
                .toList();
    }

    private void countsOnce(JsonNode before) {
        JsonNode after = queue();
        assertThat(gained(before, after, "offeredToday")).isEqualTo(1);
        assertThat(gained(before, after, "answeredToday")).isEqualTo(1);
    }

    private JsonNode queue() {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals("support"))
                .findFirst()
                .orElseThrow();
    }

    private static int gained(JsonNode before, JsonNode after, String figure) {
        return after.path(figure).asInt() - before.path(figure).asInt();
    }
}
