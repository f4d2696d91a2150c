package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.platform.flows.Task;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

final class JourneysTest extends CallerInFlow {
    @Test
    void callerIsToldOfTheRecordingFirstAndIsNoContactYet() {
        call();
        assertThat(said()).containsExactly("/prompts/recording-notice-choice");
        assertThat(commands()).isEmpty();
    }

    @Test
    void keyInTheMenuLeadsIntoThatQueue() {
        call();
        done("");
        assertThat(notes()).contains(new Task.Note.NoticeHeard("n1"), new Task.Note.Entered("menu"));
        done("2");
        assertThat(commands()).containsExactly(arrival(CONSULT));
        assertThat(step().task()).isEqualTo(new LineTask.Wait(LineTask.Sound.SILENCE));
    }

    @Test
    void twoWrongKeysLeadToAPersonAndSoDoesKeyZero() {
        call();
        done("");
        done("4");
        assertThat(said()).containsExactly("/prompts/welcome");
        done("");
        assertThat(commands()).containsExactly(arrival(SUPPORT));
    }

    @Test
    void whoeverRefusesTheRecordingIsRungForWithoutOne() {
        call();
        done("9");
        assertThat(notes()).contains(new Task.Note.RecordingRefused("n1"));
        done("1");
        queued(SUPPORT, 1);
        assertThat(ring().tag().recording()).isNull();
    }

    @Test
    void placeIsToldAtOnceAndAgainAfterTheInterval() {
        call();
        done("");
        done("2");
        other(CONSULT, 1);
        queued(CONSULT, 2);
        assertThat(said()).containsExactly("/prompts/before-you", "/prompts/number-1", "/prompts/callers");
        done("");
        assertThat(step().task()).isEqualTo(new LineTask.Wait(LineTask.Sound.SILENCE));
        clock(Duration.ofSeconds(14));
        assertThat(last).isEmpty();
        clock(Duration.ofSeconds(2));
        assertThat(said()).startsWith("/prompts/before-you");
    }

    @Test
    void estimateOfTheEngineIsToldInMinutes() {
        call();
        done("");
        done("1");
        queued(SUPPORT, 1);
        assertThat(commands()).containsExactly(new Command.EstimateWait(CONTACT));
        recorded(new Command.EstimateWait(CONTACT), new Event.WaitEstimated(CONTACT, 130_000_000, 0));
        assertThat(said())
                .containsExactly(
                        "/prompts/you-are-next", "/prompts/estimated-wait", "/prompts/number-3", "/prompts/minutes");
    }

    @Test
    void callerWhoHearsAPromptWaitsAgainBeforeAPhoneRings() {
        call();
        done("");
        done("2");
        queued(CONSULT, 1);
        assertThat(said()).isNotEmpty();
        List<FlowAction> actions = offered();
        assertThat(((FlowAction.Ask) actions.getFirst()).request())
                .isInstanceOfSatisfying(
                        PbxRequest.Perform.class,
                        perform -> assertThat(perform.task()).isInstanceOf(LineTask.Wait.class));
        assertThat(((FlowAction.Ask) actions.getLast()).request()).isInstanceOf(PbxRequest.RingAgent.class);
    }

    @Test
    void callerWhomTheAgentLeavesIsAskedForAScoreAndThenEnded() {
        call();
        done("");
        done("1");
        queued(SUPPORT, 1);
        offered();
        answered();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, now)));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.TalkLeft(UNIQUE_ID, now)));
        assertThat(said()).containsExactly("/prompts/survey-question");
        String step = step().step().id();
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(requests()).as("the survey is not cut off").isEmpty();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, step, "4", now)));
        assertThat(notes()).contains(new Task.Note.Scored("s1", "service", 4));
        assertThat(said()).containsExactly("/prompts/goodbye");
        done("");
        assertThat(requests()).containsExactly(new PbxRequest.EndCaller(CHANNEL));
    }

    @Test
    void callerWhoIsAsideWhenTheAgentHangsUpIsAskedForAScoreToo() {
        talk("");
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, now)));
        assertThat(commands()).containsExactly(new Command.EndTalk(CONTACT));
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(said()).containsExactly("/prompts/survey-question");
        assertThat(requests()).as("the survey is not cut off").hasSize(1);
    }

    @Test
    void whoeverRefusesTheRecordingIsNotRecordedByAColleagueWhoIsAsked() {
        talk("9");
        List<PbxRequest> called = consult();
        assertThat(called)
                .singleElement()
                .isInstanceOfSatisfying(
                        PbxRequest.RingIntoRoom.class,
                        ring -> assertThat(ring.tag().recording()).isNull());
    }

    @Test
    void whoeverRefusesTheRecordingIsNotRecordedByAColleagueWhoTakesTheTalkOverAndIsLedOnAfterIt() {
        talk("9");
        consult();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        flow.handle(new FlowInput.Heard(new PbxEvent.LegAnswered("kz-offer-8", now)));
        recorded(
                new Command.OfferAnswered(INNER_OFFER),
                new Event.OfferEnded(INNER_OFFER, INNER, COLLEAGUE, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(INNER, INNER_OFFER, COLLEAGUE));
        OfferId offer = new OfferId(9);
        recorded(
                new Command.TakeOver(CONTACT, COLLEAGUE),
                new Event.ContactTransferred(CONTACT, AGENT, SUPPORT, COLLEAGUE.value()),
                new Event.ContactEnded(INNER, ContactOutcome.ANSWERED),
                new Event.OfferMade(offer, CONTACT, COLLEAGUE, RuleId.TAKEN_OVER, 0),
                new Event.OfferEnded(offer, CONTACT, COLLEAGUE, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, offer, COLLEAGUE));
        ContactTag tag = new ContactTag(Long.toString(CONTACT.value()), "support", null);
        assertThat(requests())
                .contains(new PbxRequest.Move(
                        "kz-offer-8", new Place.TakenOver(tag, Names.room(CONTACT, offer.value()))));
        flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-8", 16, true, now)));
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(said()).containsExactly("/prompts/survey-question");
    }

    @Test
    void callerWhoAsksToBeCalledBackLeavesThePlaceToTheCallBackAndHearsThatItIsKept() {
        waitInConsult();
        press('6');
        assertThat(last).contains(new FlowAction.PrepareCallback(CONTACT, CLIENT));
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, BACK));
        assertThat(commands()).containsExactly(new Command.TakeCallback(CONTACT, BACK));
        taken();
        assertThat(said()).containsExactly("/prompts/callback-taken");
        assertThat(commands()).containsExactly(new Command.Acknowledge(new EffectId(5)));
        done("");
        assertThat(requests()).containsExactly(new PbxRequest.EndCaller(CHANNEL));
    }

    @Test
    void callerWhoCannotBeCalledBackWaitsOn() {
        waitInConsult();
        press('6');
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, null));
        assertThat(commands()).isEmpty();
        assertThat(step().task()).isEqualTo(new LineTask.Wait(LineTask.Sound.SILENCE));
    }

    @Test
    void callerForWhomAPhoneRingsKeepsTheWishUntilNobodyHasAnswered() {
        waitInConsult();
        press('6');
        offered();
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, BACK));
        assertThat(commands()).isEmpty();
        recorded(
                new Command.OfferDeclined(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED),
                new Event.ContactRequeued(CONTACT));
        assertThat(commands()).containsExactly(new Command.TakeCallback(CONTACT, BACK));
    }

    @Test
    void callerWhoHangsUpWhileThePlaceGoesOverIsCalledBackAllTheSame() {
        waitInConsult();
        press('6');
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, BACK));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, now)));
        taken();
        assertThat(commands()).containsExactly(new Command.Acknowledge(new EffectId(5)));
        assertThat(requests()).isEmpty();
    }

    @Test
    void messageIsRecordedUnderANameThatSaysForWhomItIs() {
        call();
        done("");
        done("7");
        assertThat(step().task())
                .isEqualTo(new LineTask.Message(
                        List.of("/prompts/leave-message"), 30, 4, CONTACT.value() + "." + CONTACT.value() + ".1.2"));
        assertThat(commands()).isEmpty();
        done("");
        assertThat(notes()).contains(new Task.Note.MessageLeft("consult"));
        assertThat(said()).containsExactly("/prompts/message-taken");
    }

    @Test
    void whoeverGoesFromTheQueueToLeaveAMessageTookVoicemailAndDidNotAbandon() {
        waitInConsult();
        press('5');
        done("7");
        assertThat(commands()).containsExactly(new Command.Leave(CONTACT, LeaveCause.TOOK_VOICEMAIL));
    }

    private void waitInConsult() {
        call();
        done("");
        done("2");
        queued(CONSULT, 1);
        done("");
    }

    private void press(char key) {
        last = flow.handle(new FlowInput.Heard(new PbxEvent.KeyPressed(UNIQUE_ID, key, now)));
    }

    private void taken() {
        recorded(
                new Command.TakeCallback(CONTACT, BACK),
                new Event.ContactEnded(CONTACT, ContactOutcome.CALLBACK),
                new Event.ContactQueued(BACK, CLIENT, CONSULT, 2, ContactKind.CALLBACK, 0, CONTACT.value()),
                new Event.EffectRequested(new EffectId(5), new Effect.Divert(CONTACT, Diversion.CALLBACK)));
    }

    @Test
    void callerOfALostPlatformGoesOnAtTheSameNode() {
        call();
        done("9");
        String mark = step().step().mark();
        flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        connected(List.of(live(mark)));
        assertThat(said()).containsExactly("/prompts/welcome");
        assertThat(step().step().mark()).isEqualTo("small~1~menu~r");
    }

    @Test
    void callerOfAnotherVersionOfTheFlowGoesToAPerson() {
        connected(List.of(live("small~2~menu~")));
        assertThat(commands()).containsExactly(arrival(SUPPORT));
    }

    @Test
    void callerWhoWaitedBeforeARestartIsToldTheirPlaceAgain() {
        call();
        done("");
        done("2");
        String mark = step().step().mark();
        flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        flow.recall(new Command.Configure(SmallSite.configuration()), List.of(new Event.ConfigurationApplied(1)));
        flow.recall(arrival(CONSULT), List.of(new Event.ContactQueued(CONTACT, CLIENT, CONSULT, 1)));
        connected(List.of(live(mark)));
        clock(Duration.ofSeconds(1));
        assertThat(said()).containsExactly("/prompts/you-are-next");
    }

    @Test
    void stepOfAnEarlierRunIsNotTakenForThisOne() {
        call();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, "another", "1", now)));
        assertThat(last).isEmpty();
    }
}
