package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Talks that go over to an agent whose leg stands already, calls from agent to agent, and talks that go on outside.
class TakeOverTest {
    private static final ContactId CALL = new ContactId(1);
    private static final ContactId INSIDE = new ContactId(2);

    /// Chen talks with the caller; nobody else is signed in.
    private static World chenTalks() {
        return World.staffed(World.CHEN).arrives(1, World.SUPPORT).answers(1);
    }

    private static Command takeOver(AgentId agent) {
        return new Command.TakeOver(CALL, agent);
    }

    private static Command call(AgentId agent) {
        return new Command.CallAgent(INSIDE, World.DEMO, World.SUPPORT, agent, CALL.value());
    }

    @Test
    void aTalkGoesOverAtOnceAndTheFormerAgentWrapsUp() {
        World world = chenTalks().signsIn(World.LI).passes(30).does(takeOver(World.LI));
        assertThat(world.events)
                .containsExactly(
                        new Event.ContactTransferred(CALL, World.CHEN, World.SUPPORT, World.LI.value()),
                        new Event.EffectRequested(new EffectId(2), new Effect.StopRinging(new OfferId(1))),
                        new Event.AgentStateChanged(
                                World.CHEN, AgentState.TALKING, AgentState.WRAP_UP, ReasonCode.NONE, 1),
                        new Event.OfferMade(new OfferId(2), CALL, World.LI, RuleId.TAKEN_OVER, 0),
                        new Event.OfferEnded(new OfferId(2), CALL, World.LI, OfferOutcome.ANSWERED),
                        new Event.ContactAnswered(CALL, new OfferId(2), World.LI),
                        new Event.AgentStateChanged(
                                World.LI, AgentState.NOT_READY, AgentState.TALKING, ReasonCode.NONE, 1),
                        new Event.NextStateChosen(World.LI, AgentState.NOT_READY, ReasonCode.SIGNED_IN));
        assertThat(world.decisions).hasSize(1);
        world.endsTalk(1);
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(CALL, ContactOutcome.ANSWERED));
        world.wrapsUp(World.LI, 1);
        assertThat(world.stateOf(World.LI)).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void aTalkThatWasTakenOverHasALeaseOfItsOwn() {
        World world = chenTalks().signsIn(World.LI).passes(3_600).does(takeOver(World.LI));
        assertThat(world.elapses(3 * 3_600).all(Event.ContactEnded.class)).isEmpty();
        assertThat(world.elapses(3_600).effects())
                .containsExactly(new Effect.StopRinging(new OfferId(2)), new Effect.Disconnect(CALL));
    }

    @Test
    void theConsultedAgentGoesOverFromTheInternalCall() {
        World world = chenTalks().signsIn(World.LI).does(call(World.LI));
        assertThat(world.all(Event.OfferMade.class))
                .containsExactly(new Event.OfferMade(new OfferId(2), INSIDE, World.LI, RuleId.CALLED, 0));
        assertThat(world.all(Event.ContactQueued.class).getFirst().precursor()).isEqualTo(1);
        world.answers(2).does(takeOver(World.LI));
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(INSIDE, ContactOutcome.ANSWERED));
        assertThat(world.all(Event.AgentStateChanged.class))
                .contains(new Event.AgentStateChanged(
                        World.LI, AgentState.TALKING, AgentState.TALKING, ReasonCode.NONE, 1))
                .noneMatch(changed -> changed.to() == AgentState.READY);
        assertThat(world.effects()).containsExactly(new Effect.StopRinging(new OfferId(1)));
        assertThat(world.seen(World.LI).next()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void aTakeOverIsRefusedByName() {
        World world = chenTalks();
        refuses(world, new Command.TakeOver(new ContactId(9), World.LI), Refusal.UNKNOWN_CONTACT);
        refuses(world, takeOver(new AgentId(9)), Refusal.UNKNOWN_AGENT);
        refuses(world, takeOver(World.LI), Refusal.NOT_SIGNED_IN);
        refuses(world, takeOver(World.CHEN), Refusal.SAME_AGENT);
        world.signsIn(World.LI).does(new Command.MakeReady(World.LI)).arrives(3, World.SUPPORT);
        refuses(world, takeOver(World.LI), Refusal.AGENT_NOT_FREE);
        refuses(world, new Command.TakeOver(new ContactId(3), World.LI), Refusal.NOT_TALKING);
        world.answers(2);
        refuses(world, takeOver(World.LI), Refusal.AGENT_NOT_FREE);
        world.does(new Command.SignOut(World.LI));
        refuses(world, takeOver(World.LI), Refusal.SIGN_OUT_PENDING);
        refuses(world.endsTalk(1), takeOver(World.LI), Refusal.CONTACT_ENDED);
    }

    @Test
    void anInternalCallIsForTheCalledAgentAloneAndIsNotHandedOn() {
        World world = chenTalks().signsIn(World.LI).signsIn(World.WANG).does(call(World.LI));
        refuses(world, new Command.Move(INSIDE, World.CONSULT), Refusal.NOT_WAITING);
        world.answers(2);
        refuses(world, new Command.TransferToAgent(INSIDE, World.WANG), Refusal.INTERNAL_CONTACT);
        refuses(world, new Command.TransferToQueue(INSIDE, World.SUPPORT), Refusal.INTERNAL_CONTACT);
        refuses(world, new Command.TakeOver(INSIDE, World.WANG), Refusal.INTERNAL_CONTACT);
        world.endsTalk(2);
        assertThat(world.stateOf(World.LI)).isEqualTo(AgentState.NOT_READY);
        assertThat(world.effects()).containsExactly(new Effect.Disconnect(INSIDE));
    }

    @Test
    void anInternalCallEndsWithItsOffer() {
        for (Command nothing : List.of(
                new Command.OfferDeclined(new OfferId(2)),
                new Command.OfferFailed(new OfferId(2)),
                new Command.SignOut(World.LI))) {
            World world = chenTalks().signsIn(World.LI).does(call(World.LI)).does(nothing);
            assertThat(world.all(Event.ContactEnded.class))
                    .containsExactly(new Event.ContactEnded(INSIDE, ContactOutcome.REFUSED));
            assertThat(world.effects()).contains(new Effect.Disconnect(INSIDE));
        }
        World world = chenTalks().signsIn(World.LI).does(call(World.LI)).elapses(15);
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(INSIDE, ContactOutcome.TIMED_OUT));
        assertThat(world.effects())
                .containsExactly(new Effect.StopRinging(new OfferId(2)), new Effect.Disconnect(INSIDE));
        assertThat(world.reasonOf(World.LI)).isEqualTo("signed-in");
    }

    @Test
    void aMissedOrDeclinedInternalCallCostsAReadyAgentNothing() {
        World world = chenTalks().signsIn(World.LI).does(new Command.MakeReady(World.LI));
        world.does(call(World.LI)).elapses(15);
        assertThat(world.stateOf(World.LI)).isEqualTo(AgentState.READY);
        world.arrives(3, World.SUPPORT);
        assertThat(world.ringsAt(3)).isEqualTo(World.LI);
    }

    @Test
    void anInternalCallIsRefusedByName() {
        World world = chenTalks().signsIn(World.LI);
        refuses(world, new Command.CallAgent(CALL, World.DEMO, World.SUPPORT, World.LI, 0), Refusal.DUPLICATE_CONTACT);
        refuses(world, new Command.CallAgent(INSIDE, World.DEMO, World.SUPPORT, World.LI, 9), Refusal.UNKNOWN_CONTACT);
        refuses(world, new Command.CallAgent(INSIDE, World.DEMO, new QueueId(9), World.LI, 0), Refusal.UNKNOWN_QUEUE);
        refuses(world, call(World.CHEN), Refusal.AGENT_NOT_FREE);
        refuses(world, call(World.WANG), Refusal.NOT_SIGNED_IN);
    }

    @Test
    void internalCallsDoNotMoveTheEstimateOfTheQueue() {
        World world = chenTalks().signsIn(World.LI).arrives(3, World.SUPPORT);
        world.does(call(World.LI)).answers(2);
        world.does(new Command.EstimateWait(new ContactId(3)));
        assertThat(world.all(Event.WaitEstimated.class).getFirst().micros()).isEqualTo(-1);
    }

    @Test
    void aTalkThatGoesOnOutsideEndsAnsweredAndIsNotDisconnected() {
        World world = chenTalks().does(new Command.Leave(CALL, LeaveCause.HANDED_OVER));
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(CALL, ContactOutcome.ANSWERED));
        assertThat(world.effects()).isEmpty();
        assertThat(world.stateOf(World.CHEN)).isEqualTo(AgentState.WRAP_UP);
        world.arrives(3, World.SUPPORT);
        refuses(world, new Command.Leave(new ContactId(3), LeaveCause.HANDED_OVER), Refusal.NOT_TALKING);
    }

    private static void refuses(World world, Command command, Refusal refusal) {
        assertThat(world.does(command).events).containsExactly(new Event.CommandRefused(refusal));
    }
}
