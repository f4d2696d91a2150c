package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.BREAK;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.LI;
import static org.kezheng.acd.engine.World.SUPPORT;

import org.junit.jupiter.api.Test;

class OffersTest {
    private static final OfferId FIRST_OFFER = new OfferId(1);

    @Test
    void anOfferAsksToRingAndItsAnswerSettlesThat() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT);
        assertThat(world.effects()).containsExactly(new Effect.Ring(FIRST_OFFER, new ContactId(7), CHEN));
        world.does(new Command.OfferRinging(FIRST_OFFER));
        assertThat(world.all(Event.OfferRang.class)).hasSize(1);
        world.answers(1);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.TALKING);
        assertThat(world.engine.pendingEffects()).isEmpty();
    }

    @Test
    void aMissedOfferMakesTheAgentNotReadyAndStopsTheRinging() {
        World world = World.staffed(CHEN, LI).arrives(7, SUPPORT).elapses(15);
        assertThat(world.reasonOf(CHEN)).isEqualTo("missed-offer");
        assertThat(world.effects()).startsWith(new Effect.StopRinging(FIRST_OFFER));
        assertThat(world.ringsAt(7)).isEqualTo(LI);
    }

    @Test
    void theMissedOfferIsTheReasonEvenWhenABreakWasChosen() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT);
        world.does(new Command.MakeNotReady(CHEN, BREAK)).elapses(15);
        assertThat(world.reasonOf(CHEN)).isEqualTo("missed-offer");
        world.does(new Command.MakeReady(CHEN)).answers(2).hangsUp(7).wrapsUp(CHEN, 7);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
    }

    @Test
    void aDeclinerStaysReadyAndIsPassedOverForAWhile() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).declines(1);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
        assertThat(world.ringsAt(7)).isNull();
        assertThat(world.arrives(8, SUPPORT).ringsAt(8)).isEqualTo(CHEN);
        world.hangsUp(8);
        assertThat(world.elapses(29).ringsAt(7)).isNull();
        assertThat(world.elapses(1).ringsAt(7)).isEqualTo(CHEN);
    }

    @Test
    void aDeclinerIsOfferedTheNextContactThatWaits() {
        World world =
                World.staffed(CHEN).arrives(7, SUPPORT).arrives(8, SUPPORT).declines(1);
        assertThat(world.ringsAt(8)).isEqualTo(CHEN);
        assertThat(world.ringsAt(7)).isNull();
    }

    @Test
    void anUnreachablePhoneMakesTheAgentNotReady() {
        World world = World.staffed(CHEN, LI).arrives(7, SUPPORT).does(new Command.OfferFailed(FIRST_OFFER));
        assertThat(world.reasonOf(CHEN)).isEqualTo("phone-unreachable");
        assertThat(world.ringsAt(7)).isEqualTo(LI);
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsStopsTheRingingAtOnce() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).hangsUp(7);
        assertThat(world.effects()).containsExactly(new Effect.StopRinging(FIRST_OFFER));
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(new ContactId(7), ContactOutcome.ABANDONED));
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.READY);
    }

    @Test
    void aLegAnsweredAfterItsOfferWasWithdrawnIsStoppedAgain() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).hangsUp(7).answers(1);
        assertThat(world.all(Event.CommandRefused.class))
                .containsExactly(new Event.CommandRefused(Refusal.OFFER_ENDED));
        assertThat(world.effects()).containsExactly(new Effect.StopRinging(FIRST_OFFER));
        world.does(new Command.OfferRinging(FIRST_OFFER));
        assertThat(world.effects()).containsExactly(new Effect.StopRinging(FIRST_OFFER));
    }

    @Test
    void anAnswerAfterTheTimeWasUpIsRefusedAndTheLegStopped() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).elapses(15).answers(1);
        assertThat(world.events).startsWith(new Event.CommandRefused(Refusal.OFFER_ENDED));
        assertThat(world.effects()).containsExactly(new Effect.StopRinging(FIRST_OFFER));
    }

    @Test
    void anAnswerCountsWhileNoTickHasSaidThatTheTimeIsUp() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).passes(16).answers(1);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.TALKING);
        assertThat(world.does(new Command.Tick()).events).isEmpty();
    }

    @Test
    void aSecondAnswerOfTheLegThatTalksChangesNothing() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).answers(1).answers(1);
        assertThat(world.events).isEmpty();
        assertThat(world.does(new Command.OfferRinging(FIRST_OFFER)).events).isEmpty();
        assertThat(world.declines(1).events).containsExactly(new Event.CommandRefused(Refusal.OFFER_ENDED));
    }

    @Test
    void anOfferThatWasNeverMadeIsRefused() {
        World world = World.staffed(CHEN).answers(1);
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_OFFER));
    }

    @Test
    void anEffectIsPendingUntilItIsAcknowledged() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT);
        EffectId ring = world.engine.pendingEffects().getFirst().id();
        world.does(new Command.Acknowledge(ring));
        assertThat(world.events).containsExactly(new Event.EffectSettled(ring));
        assertThat(world.does(new Command.Acknowledge(ring)).events).isEmpty();
        assertThat(world.does(new Command.Acknowledge(new EffectId(99))).events)
                .containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_EFFECT));
    }

    @Test
    void anAgentWhoSignsOutWhileItRingsGivesTheContactBack() {
        World world = World.staffed(CHEN, LI).arrives(7, SUPPORT).does(new Command.SignOut(CHEN));
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(world.effects()).startsWith(new Effect.StopRinging(FIRST_OFFER));
        assertThat(world.ringsAt(7)).isEqualTo(LI);
    }
}
