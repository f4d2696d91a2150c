package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.CallCentre.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.SipMessage;
import tools.jackson.databind.JsonNode;

/// What becomes of an offer, with ordinary SIP phones as the agents' devices.
@ExtendWith(SharedCallCentre.class)
class OfferIT {

    private static final Duration OFFER_TIMEOUT = Duration.ofSeconds(15);
    private static final int ROUNDS = 5;

    private final CallCentre centre;

    OfferIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void numberThatIsNoneOfTheSitesIsNotFound() {
        assertThat(Caller.isRefused(centre.status().sipIn(), "13700008800", "4999", 404))
                .isTrue();
        assertThat(Caller.isRefused(centre.status().sipIn(), "13700008800", "4001x", 404))
                .isTrue();
        assertThat(Caller.isRefused(centre.status().sipIn(), "13700008800", "4990", 404))
                .as("the self-test's number, from a trunk")
                .isTrue();
        try (IncomingCall call = centre.dial("support")) {
            assertThat(centre.stage(call)).isEqualTo("waiting");
        }
    }

    @Test
    void declinedCallGoesToTheNextAgentAndTheDeclinerStaysReady() {
        try (AgentPhone declining = AgentPhone.declining();
                AgentPhone answering = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent decliner = centre.agent("agent1", declining).ready();
                PhoneAgent next = centre.agent("agent2", answering).ready();
                IncomingCall call = centre.dial("support")) {
            answering.awaitAnswered(1, SOON);
            next.awaitState("talking");
            assertThat(declining.invitations()).hasSize(1);
            assertThat(decliner.state()).isEqualTo("ready");
            assertThat(offers(call)).containsExactly("agent1 declined", "agent2 answered");
            end(call, next);
        }
    }

    @Test
    void missedCallKeepsItsPlaceBeforeALaterCaller() {
        try (AgentPhone ringing = AgentPhone.neverAnswering();
                AgentPhone answering = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent absent = centre.agent("agent1", ringing).ready();
                PhoneAgent next = centre.agent("agent2", answering);
                IncomingCall earlier = centre.dial("support")) {
            ringing.awaitInvitation(1, SOON);
            try (IncomingCall later = centre.dial("support")) {
                JsonNode view = absent.awaitState("not-ready", OFFER_TIMEOUT.plusSeconds(5));
                assertThat(view.path("reason").asString()).isEqualTo("missed-offer");
                ringing.awaitCancelled(SOON);
                assertThat(centre.stage(earlier)).isEqualTo("waiting");
                next.ready().awaitState("talking");
                assertThat(next.view().path("call").asString()).isEqualTo(earlier.id());
                assertThat(centre.stage(later)).isEqualTo("waiting");
                assertThat(offers(earlier)).containsExactly("agent1 missed", "agent2 answered");
            }
            end(earlier, next);
        }
    }

    @Test
    void phoneStopsRingingAtOnceWhenTheCallerGivesUp() {
        List<Duration> delays = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (AgentPhone ringing = AgentPhone.neverAnswering();
                    PhoneAgent agent = centre.agent("agent1", ringing).ready();
                    IncomingCall call = centre.dial("support")) {
                ringing.awaitInvitation(1, SOON);
                agent.awaitState("ringing");
                Instant gaveUp = call.hangUp();
                delays.add(Duration.between(gaveUp, ringing.awaitCancelled(SOON)));
                agent.awaitState("ready");
                assertThat(centre.awaitRecord(call).path("outcome").asString()).isEqualTo("abandoned");
                assertThat(offers(call)).containsExactly("agent1 withdrawn");
            }
        }
        assertThat(median(delays)).as("from BYE to CANCEL, of %s", delays).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void callPassesByAPhoneThatCannotBeReached() {
        try (AgentPhone answering = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent cutOff = PhoneAgent.signIn(centre, "agent1", AgentPhone.nowhere())
                        .ready();
                PhoneAgent next = centre.agent("agent2", answering).ready();
                IncomingCall call = centre.dial("support")) {
            answering.awaitAnswered(1, OFFER_TIMEOUT.plusSeconds(5));
            next.awaitState("talking");
            assertThat(cutOff.awaitState("not-ready").path("reason").asString()).isEqualTo("phone-unreachable");
            assertThat(offers(call)).containsExactly("agent1 failed", "agent2 answered");
            end(call, next);
        }
    }

    @Test
    void tenWaitingCallersAreServedInTheirOrderAndEachRingsWithin50MillisOfTheWrapUpsEnd() {
        Deque<IncomingCall> waiting = new ArrayDeque<>();
        List<Duration> delays = new ArrayList<>();
        Instant began = Instant.now();
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone)) {
            for (int caller = 0; caller < 10; caller++) {
                waiting.add(centre.dial("support"));
            }
            agent.ready();
            String before = "";
            for (int served = 1; served <= 10; served++) {
                try (IncomingCall call = waiting.remove()) {
                    SipMessage invitation = phone.awaitInvitation(served, SOON);
                    Await.until(
                            "the caller who waited longest talks",
                            SOON,
                            () -> agent.view().path("call").asString("").equals(call.id())
                                    && agent.state().equals("talking"));
                    if (served > 1) {
                        delays.add(Duration.between(endOfWrapUp(before, began), invitation.at()));
                    }
                    end(call, agent);
                    before = call.id();
                }
            }
            assertThat(phone.complaints()).isEmpty();
        } finally {
            waiting.forEach(IncomingCall::close);
        }
        assertThat(delays).allSatisfy(delay -> assertThat(delay).isPositive());
        assertThat(median(delays))
                .as("from the wrap-up's end to INVITE, of %s", delays)
                .isLessThan(Duration.ofMillis(50));
    }

    @Test
    void agentsPhoneIsToldTheContactAndNeverTheNumber() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support", "13800138000")) {
            agent.awaitState("talking");
            assertThat(phone.wasTold(call.id())).isTrue();
            phone.hangUp();
            call.awaitHungUp(SOON);
            agent.awaitState("wrap-up");
            assertThat(phone.wasTold("13800138000")).isFalse();
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    /// The caller hangs up; the agent writes no note and is ready again.
    private static void end(IncomingCall call, PhoneAgent agent) {
        call.hangUp();
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
    }

    private Instant endOfWrapUp(String call, Instant began) {
        return Await.until(
                        "the wrap-up's end stands in the records",
                        SOON,
                        () -> CallCentre.stream(centre.intervals("agent1", began))
                                .filter(state -> state.path("state").asString().equals("wrap-up"))
                                .filter(state -> state.path("call").asString("").equals(call))
                                .filter(state -> !state.path("endedAt").isNull())
                                .map(state -> time(state, "endedAt"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<String> offers(IncomingCall call) {
        return Await.until(
                "the record has the ends of its offers",
                SOON,
                () -> CallCentre.stream(centre.record(call).path("offers"))
                        .map(offer -> offer.path("agent").asString() + " "
                                + offer.path("outcome").asString(""))
                        .toList(),
                found -> !found.isEmpty() && found.stream().noneMatch(line -> line.endsWith(" ")));
    }

    private static Duration median(List<Duration> delays) {
        return delays.stream().sorted().toList().get(delays.size() / 2);
    }
}
