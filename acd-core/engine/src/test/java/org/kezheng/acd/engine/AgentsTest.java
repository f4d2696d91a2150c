package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.BREAK;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.LI;
import static org.kezheng.acd.engine.World.SUPPORT;

import org.junit.jupiter.api.Test;

class AgentsTest {
    @Test
    void anAgentSignsInAsNotReady() {
        World world = World.staffed().signsIn(CHEN);
        assertThat(world.events)
                .containsExactly(new Event.AgentStateChanged(
                        CHEN, AgentState.SIGNED_OUT, AgentState.NOT_READY, ReasonCode.SIGNED_IN, 0));
    }

    @Test
    void aRepeatedSignInChangesNothing() {
        World world = World.staffed(CHEN).signsIn(CHEN);
        assertThat(world.events).isEmpty();
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
    }

    @Test
    void aBreakChosenWhileTalkingBeginsAfterWrapUp() {
        World world = talking().does(new Command.MakeNotReady(CHEN, BREAK));
        assertThat(world.events).containsExactly(new Event.NextStateChosen(CHEN, AgentState.NOT_READY, BREAK));
        world.hangsUp(7).wrapsUp(CHEN, 7);
        assertThat(world.reasonOf(CHEN)).isEqualTo("break");
    }

    @Test
    void makingReadyTakesTheChosenBreakBack() {
        World world = talking().does(new Command.MakeNotReady(CHEN, BREAK)).does(new Command.MakeReady(CHEN));
        assertThat(world.events).containsExactly(new Event.NextStateChosen(CHEN, AgentState.READY, ReasonCode.NONE));
        world.hangsUp(7).wrapsUp(CHEN, 7);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
    }

    @Test
    void wrapUpEndsByItsLimitWithoutADisposition() {
        World world = talking().hangsUp(7);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.WRAP_UP);
        assertThat(world.elapses(59).stateOf(CHEN)).isEqualTo(AgentState.WRAP_UP);
        world.elapses(1);
        assertThat(world.events).startsWith(new Event.WrapUpEnded(CHEN, new ContactId(7), DispositionCode.NONE));
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
    }

    @Test
    void theEndOfWrapUpBringsTheNextContact() {
        World world = talking().hangsUp(7).arrives(8, SUPPORT);
        assertThat(world.ringsAt(8)).isNull();
        assertThat(world.wrapsUp(CHEN, 7).ringsAt(8)).isEqualTo(CHEN);
    }

    @Test
    void wrapUpOfAnotherContactIsRefused() {
        World world = talking().hangsUp(7).wrapsUp(CHEN, 8);
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.NOT_IN_WRAP_UP));
    }

    @Test
    void aQueueWithoutWrapUpFreesTheAgentAtOnce() {
        World world = World.staffed(CHEN);
        QueueTimes times = new QueueTimes(World.seconds(15), 0, World.seconds(1_800), World.seconds(1));
        world.does(new Command.Configure(World.configuration(2, times)));
        world.arrives(7, SUPPORT).answers(1).hangsUp(7);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
    }

    @Test
    void aSignOutWhileTalkingWaitsForTheEndOfTheCall() {
        World world = talking().does(new Command.SignOut(CHEN));
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.TALKING);
        assertThat(world.does(new Command.MakeReady(CHEN)).events)
                .containsExactly(new Event.CommandRefused(Refusal.SIGN_OUT_PENDING));
        assertThat(world.hangsUp(7).stateOf(CHEN)).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void signingInAgainTakesAPendingSignOutBack() {
        World world = talking().does(new Command.SignOut(CHEN)).signsIn(CHEN);
        assertThat(world.events)
                .containsExactly(new Event.NextStateChosen(CHEN, AgentState.NOT_READY, ReasonCode.SIGNED_IN));
        assertThat(world.hangsUp(7).stateOf(CHEN)).isEqualTo(AgentState.WRAP_UP);
    }

    @Test
    void aSignOutEndsWrapUp() {
        World world = talking().hangsUp(7).does(new Command.SignOut(CHEN));
        assertThat(world.all(Event.WrapUpEnded.class)).hasSize(1);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void anotherReasonForNotBeingReadyIsAChangeAndTheSameIsNone() {
        World world = World.staffed(CHEN).does(new Command.MakeNotReady(CHEN, BREAK));
        assertThat(world.does(new Command.MakeNotReady(CHEN, BREAK)).events).isEmpty();
        world.does(new Command.MakeNotReady(CHEN, new ReasonCode("meal")));
        assertThat(world.reasonOf(CHEN)).isEqualTo("meal");
    }

    @Test
    void whoIsUnknownOrSignedOutIsRefused() {
        World world = World.staffed();
        assertThat(world.signsIn(new AgentId(9)).events)
                .containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_AGENT));
        assertThat(world.does(new Command.MakeReady(LI)).events)
                .containsExactly(new Event.CommandRefused(Refusal.NOT_SIGNED_IN));
        assertThat(world.does(new Command.SignOut(LI)).events).isEmpty();
    }

    private static World talking() {
        return World.staffed(CHEN).arrives(7, SUPPORT).answers(1);
    }

    @Test
    void whoSignsOutTwiceBeforeATickTouchesNoOtherContact() {
        QueueTimes times = new QueueTimes(
                World.seconds(15), 0, World.seconds(1_800), World.seconds(30), 0, 0, 0, World.seconds(60));
        World world = new World(World.limits());
        world.does(new Command.Configure(World.configuration(1, times)));
        world.signsIn(World.LI).does(new Command.MakeReady(World.LI));
        world.arrives(1, World.SUPPORT);
        world.signsIn(World.CHEN);
        world.does(new Command.Arrive(
                new ContactId(2),
                World.DEMO,
                World.CONSULT,
                ContactKind.CALL,
                0,
                false,
                0,
                new AgentWish.NamedAgent(World.CHEN)));
        world.does(new Command.SignOut(World.CHEN)).signsIn(World.CHEN).does(new Command.SignOut(World.CHEN));
        world.elapses(0).answers(1).elapses(1_800);
        assertThat(world.contact(1))
                .hasValueSatisfying(contact -> assertThat(contact.stage()).isEqualTo(EngineView.Stage.TALKING));
    }
}
