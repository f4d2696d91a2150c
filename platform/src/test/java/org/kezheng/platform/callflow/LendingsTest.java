package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.platform.flows.Bookmark;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Task;
import org.kezheng.telephony.LineStep;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.Place;

final class LendingsTest extends CallerInFlow {
    @Test
    void callerWhomTheAgentLendsIsAsideFirstThenInTheFlowAndMeetsTheAgentInTheRoom() {
        talk("");
        lend();
        assertThat(commands()).containsExactly(new Command.Hold(CONTACT));
        assertThat(lendings()).as("whoever asks next knows of it").containsExactly("LENT false {}");
        assertThat(requests()).as("nobody is in a flow before being aside").isEmpty();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        assertThat(lendings()).isEmpty();
        LineStep first = led();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, first.id(), "4711", now)));
        assertThat(said()).containsExactly("/prompts/leave-message");
        done("8800");
        assertThat(last).singleElement().isInstanceOf(FlowAction.Compare.class);
        last = flow.handle(new FlowInput.Compared(CONTACT, true));
        assertThat(notes()).contains(new Task.Note.Compared(true));
        assertThat(said()).containsExactly("/prompts/goodbye");
        done("");
        assertThat(commands()).as("an end leads back to the agent").containsExactly(new Command.Resume(CONTACT));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(lendings()).containsExactly("DONE true {order=4711}");
        Place room = new Place.Room(Names.room(CONTACT));
        assertThat(requests()).containsExactly(new PbxRequest.Move(CHANNEL, room));
    }

    @Test
    void keyZeroLeadsALentCallerBackAndTheAgentMayTakeBackAtAnyTime() {
        talk("");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, led().id(), "0", now)));
        assertThat(commands()).containsExactly(new Command.Resume(CONTACT));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(lendings()).containsExactly("ASKED_FOR_AGENT false {}");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        String step = led().id();
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(lendings()).containsExactly("TAKEN_BACK false {}");
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, step, "4711", now)));
        assertThat(last).as("what is still told of the flow is nobody's").isEmpty();
    }

    @Test
    void lentCallerWhoRefusedTheRecordingStillDoesNotWantOne() {
        talk("9");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        LineStep first = led();
        assertThat(first.mark()).as("the line keeps its own place").startsWith("small");
        flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, first.id(), "0", now)));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(consult())
                .singleElement()
                .isInstanceOfSatisfying(
                        PbxRequest.RingIntoRoom.class,
                        ring -> assertThat(ring.tag().recording()).isNull());
    }

    @Test
    void whatACallerProvedWhileLentIsKnownInTheFlowThatFollowsTheTalk() {
        talk("");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, led().id(), "4711", now)));
        done("8800");
        last = flow.handle(new FlowInput.Compared(CONTACT, true));
        flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, now)));
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(said()).containsExactly("/prompts/survey-question");
        Bookmark survey = Bookmark.read(step().step().mark()).orElseThrow();
        assertThat(survey.facts()).contains(Fact.VERIFIED);
    }

    @Test
    void callerWhoIsHeldAlreadyIsLentFromThere() {
        talk("");
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        lend();
        assertThat(said()).containsExactly("/prompts/welcome");
        assertThat(commands()).isEmpty();
    }

    @Test
    void nobodyIsLentTwiceNorWithoutATalk() {
        lend();
        assertThat(last).as("no talk yet").containsExactly(new FlowAction.RefuseLending(CONTACT));
        talk("");
        lend();
        lend();
        assertThat(last).containsExactly(new FlowAction.RefuseLending(CONTACT));
    }

    @Test
    void callerWhomTheEngineDoesNotPutAsideIsToldAsTakenBack() {
        talk("");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.CommandRefused(Refusal.NOT_TALKING));
        assertThat(lendings()).containsExactly("TAKEN_BACK false {}");
        lend();
        assertThat(lendings()).containsExactly("LENT false {}");
    }

    /// The caller goes into the flow, and the agent's leg into the room, by one order.
    private LineStep led() {
        PbxRequest.Move move = (PbxRequest.Move) requests().getFirst();
        Place.Led led = (Place.Led) move.moves().getFirst().to();
        assertThat(led.task())
                .isInstanceOfSatisfying(
                        LineTask.Ask.class, ask -> assertThat(ask.sounds()).containsExactly("/prompts/welcome"));
        return led.step();
    }

    private void lend() {
        last = flow.handle(new FlowInput.Lend(CONTACT, SmallSite.SELF_SERVICE));
    }

    private List<String> lendings() {
        return last.stream()
                .filter(FlowAction.TellLending.class::isInstance)
                .map(action -> ((FlowAction.TellLending) action).lending())
                .map(lending -> lending.state() + " " + lending.isVerified() + " " + lending.entered())
                .toList();
    }
}
