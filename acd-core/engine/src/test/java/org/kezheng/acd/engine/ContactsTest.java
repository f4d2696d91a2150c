package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.SUPPORT;

import org.junit.jupiter.api.Test;

class ContactsTest {
    private static final ContactId SEVEN = new ContactId(7);

    @Test
    void aContactThatArrivesTwiceIsRefusedAndSoIsOneThatHasEnded() {
        World world = World.staffed().arrives(7, SUPPORT).arrives(7, SUPPORT);
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.DUPLICATE_CONTACT));
        world.hangsUp(7).arrives(7, SUPPORT);
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.DUPLICATE_CONTACT));
    }

    @Test
    void anUnknownQueueOrAnotherClientsIsRefused() {
        World world = World.staffed().arrives(7, new QueueId(9));
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_QUEUE));
        world.does(new Command.Arrive(SEVEN, new ClientId(2), SUPPORT));
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.OTHER_CLIENT));
    }

    @Test
    void aContactThatNobodyKnowsCannotLeave() {
        assertThat(World.staffed().hangsUp(7).events)
                .containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_CONTACT));
    }

    @Test
    void whicheverLegEndsFirstTheOtherEndIsHarmless() {
        World callerFirst = World.staffed(CHEN).arrives(7, SUPPORT).answers(1).hangsUp(7);
        assertThat(callerFirst.effects()).isEmpty();
        assertThat(callerFirst.endsTalk(7).events).containsExactly(new Event.CommandRefused(Refusal.CONTACT_ENDED));
        World agentFirst = World.staffed(CHEN).arrives(7, SUPPORT).answers(1).endsTalk(7);
        assertThat(agentFirst.effects()).containsExactly(new Effect.Disconnect(SEVEN));
        assertThat(agentFirst.hangsUp(7).events).containsExactly(new Event.CommandRefused(Refusal.CONTACT_ENDED));
    }

    @Test
    void waitingTooLongEndsTheContactAndDisconnectsIt() {
        World world = World.staffed().arrives(7, SUPPORT).elapses(1_800);
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(SEVEN, ContactOutcome.TIMED_OUT));
        assertThat(world.effects()).containsExactly(new Effect.Disconnect(SEVEN));
        assertThat(world.engine.nextDeadlineMicros()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theLongestWaitCountsFromArrivalAcrossOffers() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).elapses(15);
        assertThat(world.engine.nextDeadlineMicros() - world.now).isEqualTo(World.seconds(1_785));
    }

    @Test
    void whatTheOutcomeIsDependsOnWhyTheContactLeft() {
        assertThat(endOf(LeaveCause.PBX_LOST)).isEqualTo(ContactOutcome.LOST);
        assertThat(endOf(LeaveCause.REFUSED)).isEqualTo(ContactOutcome.REFUSED);
        assertThat(endOf(LeaveCause.CALLER_HUNG_UP)).isEqualTo(ContactOutcome.ABANDONED);
        assertThat(endOf(LeaveCause.TOOK_VOICEMAIL)).isEqualTo(ContactOutcome.VOICEMAIL);
    }

    private static ContactOutcome endOf(LeaveCause cause) {
        World world = World.staffed().arrives(7, SUPPORT).does(new Command.Leave(SEVEN, cause));
        return world.all(Event.ContactEnded.class).getFirst().outcome();
    }

    @Test
    void anAnsweredContactEndsAsAnsweredWhateverBreaks() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).answers(1);
        world.does(new Command.Leave(SEVEN, LeaveCause.PBX_LOST));
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(SEVEN, ContactOutcome.ANSWERED));
    }

    @Test
    void aTalkThatNobodyRenewsEndsWithItsLeaseAndBothLegsAreEnded() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).answers(1);
        world.passes(3 * 3_600).does(new Command.RenewTalk(SEVEN));
        assertThat(world.elapses(3 * 3_600).stateOf(CHEN)).isEqualTo(AgentState.TALKING);
        world.elapses(3_600);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.WRAP_UP);
        assertThat(world.effects())
                .containsExactly(new Effect.StopRinging(new OfferId(1)), new Effect.Disconnect(SEVEN));
    }

    @Test
    void holdAndResumeBelongToATalk() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).does(new Command.Hold(SEVEN));
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.NOT_TALKING));
        world.answers(1).does(new Command.Hold(SEVEN));
        assertThat(world.events).containsExactly(new Event.ContactHeld(SEVEN));
        assertThat(world.does(new Command.Hold(SEVEN)).events).isEmpty();
        assertThat(world.does(new Command.Resume(SEVEN)).events).containsExactly(new Event.ContactResumed(SEVEN));
    }
}
