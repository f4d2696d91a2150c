package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.Site.FIRST;
import static org.kezheng.acd.engine.Site.GERMAN;
import static org.kezheng.acd.engine.Site.SECOND;
import static org.kezheng.acd.engine.Site.id;
import static org.kezheng.acd.engine.Site.level;

import org.junit.jupiter.api.Test;

/// Bounds, capacities, policies, and what people decide themselves.
final class SharedWorkTest {
    private static ContactId contact(long id) {
        return new ContactId(id);
    }

    private static Site twoQueues() {
        return new Site().with(new Site.Queue(FIRST)).with(new Site.Queue(SECOND));
    }

    private World bounded(Overflow whenFull, Overflow whenWaitedTooLong) {
        return new Site()
                .with(new Site.Queue(FIRST).bounds(1, whenFull, whenWaitedTooLong))
                .with(new Site.Queue(SECOND))
                .agent(1, level(GERMAN, 5))
                .closed()
                .arrives(1, FIRST);
    }

    @Test
    void aFullQueueSendsToVoicemail() {
        World world =
                bounded(new Overflow.ToVoicemail(), new Overflow.Disconnect()).arrives(2, FIRST);
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(contact(2), ContactOutcome.VOICEMAIL));
        assertThat(world.effects()).containsExactly(new Effect.Divert(contact(2), Diversion.VOICEMAIL));
    }

    @Test
    void aFullQueueDisconnects() {
        World world =
                bounded(new Overflow.Disconnect(), new Overflow.Disconnect()).arrives(2, FIRST);
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(contact(2), ContactOutcome.OVERFLOWED));
        assertThat(world.effects()).containsExactly(new Effect.Disconnect(contact(2)));
    }

    @Test
    void aFullQueueSendsIntoAnother() {
        World world =
                bounded(new Overflow.ToQueue(SECOND), new Overflow.Disconnect()).arrives(2, FIRST);
        assertThat(world.all(Event.ContactMoved.class))
                .containsExactly(new Event.ContactMoved(contact(2), FIRST, SECOND, MoveCause.QUEUE_FULL));
        assertThat(world.contact(2))
                .hasValueSatisfying(seen -> assertThat(seen.queue()).isEqualTo(2));
    }

    @Test
    void whoHasWaitedTooLongGoesWhereTheQueueSays() {
        World callback =
                bounded(new Overflow.Disconnect(), new Overflow.ToCallback()).elapses(1_800);
        assertThat(callback.effects()).containsExactly(new Effect.Divert(contact(1), Diversion.CALLBACK));
        World announcement = bounded(new Overflow.Disconnect(), new Overflow.ToAnnouncement())
                .elapses(1_800);
        assertThat(announcement.effects()).containsExactly(new Effect.Divert(contact(1), Diversion.ANNOUNCEMENT));
        World queue =
                bounded(new Overflow.Disconnect(), new Overflow.ToQueue(SECOND)).elapses(1_800);
        assertThat(queue.all(Event.ContactMoved.class))
                .containsExactly(new Event.ContactMoved(contact(1), FIRST, SECOND, MoveCause.WAITED_TOO_LONG));
    }

    @Test
    void anAgentTakesAsManyChatsAsThereIsCapacityAndACallShutsThem() {
        World world = new Site()
                .with(new Site.Queue(FIRST))
                .with(new Site.Queue(SECOND).channel(Channel.CHAT))
                .agent(1, new Capacity(1, 2, 0, 0), level(GERMAN, 5))
                .open();
        world.does(chat(1)).answers(1).does(chat(2)).answers(2).does(chat(3));
        assertThat(world.ringsAt(3)).isNull();
        world.arrives(4, FIRST);
        assertThat(world.ringsAt(4)).isEqualTo(id(1));
        world.answers(3).endsTalk(1);
        assertThat(world.ringsAt(3)).isNull();
        world.endsTalk(4);
        assertThat(world.ringsAt(3)).isEqualTo(id(1));
    }

    private static Command chat(long id) {
        return new Command.Arrive(
                contact(id), World.DEMO, SECOND, ContactKind.CHAT, 0, false, 0, new AgentWish.Anyone());
    }

    @Test
    void aMissedOfferMayPassTheAgentOverInsteadOfMakingNotReady() {
        World world = new Site()
                .with(new Site.Queue(FIRST).policy(AgentChoice.LONGEST_IDLE, MissedOffer.PASSED_OVER, 0, 0))
                .agent(1, level(GERMAN, 5))
                .open()
                .arrives(1, FIRST)
                .elapses(15);
        assertThat(world.stateOf(id(1))).isEqualTo(AgentState.READY);
        world.elapses(29);
        assertThat(world.ringsAt(1)).isNull();
        world.elapses(1);
        assertThat(world.ringsAt(1)).isEqualTo(id(1));
    }

    @Test
    void soManyDeclinesInARowMakeNotReady() {
        World world = new Site()
                .with(new Site.Queue(FIRST).policy(AgentChoice.LONGEST_IDLE, MissedOffer.NOT_READY, 2, 0))
                .agent(1, level(GERMAN, 5))
                .open()
                .arrives(1, FIRST)
                .declines(1);
        assertThat(world.stateOf(id(1))).isEqualTo(AgentState.READY);
        world.elapses(30).declines(2);
        assertThat(world.stateOf(id(1))).isEqualTo(AgentState.NOT_READY);
        assertThat(world.reasonOf(id(1))).isEqualTo("declined-often");
    }

    @Test
    void aWrapUpIsExtendedAsOftenAsThePolicyAllows() {
        World world = new Site()
                .with(new Site.Queue(FIRST).wrapUp(30).policy(AgentChoice.LONGEST_IDLE, MissedOffer.NOT_READY, 0, 1))
                .agent(1, level(GERMAN, 5))
                .open()
                .arrives(1, FIRST)
                .answers(1)
                .endsTalk(1);
        Command extend = new Command.ExtendWrapUp(id(1), contact(1));
        assertThat(world.does(extend).events).containsExactly(new Event.WrapUpExtended(id(1), contact(1)));
        assertThat(world.does(extend).events).containsExactly(new Event.CommandRefused(Refusal.NO_MORE_EXTENSIONS));
        world.elapses(39);
        assertThat(world.stateOf(id(1))).isEqualTo(AgentState.WRAP_UP);
        world.elapses(1);
        assertThat(world.stateOf(id(1))).isEqualTo(AgentState.READY);
    }

    @Test
    void soManyMayRestAtOnce() {
        World world = new Site()
                .with(new Site.Queue(FIRST).maxResting(1))
                .agent(1, level(GERMAN, 5))
                .agent(2, level(GERMAN, 5))
                .open();
        world.does(new Command.MakeNotReady(id(1), World.BREAK));
        world.does(new Command.MakeNotReady(id(2), World.BREAK));
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.REST_FULL));
        world.does(new Command.MakeNotReady(id(2), new ReasonCode("training")));
        assertThat(world.stateOf(id(2))).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void aTransferToAnAgentKeepsTheContactWhichEndsOnce() {
        World world = twoQueues()
                .agent(1, level(GERMAN, 5))
                .agent(2)
                .open()
                .arrives(1, FIRST)
                .answers(1);
        world.does(new Command.TransferToAgent(contact(1), id(2)));
        assertThat(world.all(Event.ContactTransferred.class))
                .containsExactly(new Event.ContactTransferred(contact(1), id(1), FIRST, 2));
        assertThat(world.all(Event.OfferMade.class).getFirst().rule()).isEqualTo(RuleId.TRANSFERRED);
        assertThat(world.effects().getFirst()).isEqualTo(new Effect.StopRinging(new OfferId(1)));
        world.answers(2).endsTalk(1);
        assertThat(world.all(Event.ContactEnded.class))
                .containsExactly(new Event.ContactEnded(contact(1), ContactOutcome.ANSWERED));
    }

    @Test
    void aTransferToAQueueKeepsTheArrival() {
        World world = twoQueues()
                .agent(1, level(GERMAN, 5))
                .agent(2, level(GERMAN, 5))
                .closed();
        world.arrives(1, FIRST).passes(1).arrives(2, SECOND);
        world.signsIn(id(1)).does(new Command.MakeReady(id(1))).answers(1);
        world.does(new Command.TransferToQueue(contact(1), SECOND));
        assertThat(world.ringsAt(2)).isEqualTo(id(1));
        world.passes(1).arrives(3, SECOND);
        world.signsIn(id(2)).does(new Command.MakeReady(id(2)));
        assertThat(world.ringsAt(1)).isEqualTo(id(2));
    }

    @Test
    void aSupervisorMovesAndAssigns() {
        World world = twoQueues().agent(1).open().arrives(1, FIRST);
        world.does(new Command.Move(contact(1), SECOND));
        assertThat(world.events)
                .containsExactly(new Event.ContactMoved(contact(1), FIRST, SECOND, MoveCause.SUPERVISOR));
        world.does(new Command.Assign(contact(1), id(1)));
        assertThat(world.all(Event.OfferMade.class).getFirst().rule()).isEqualTo(RuleId.ASSIGNED);
    }

    @Test
    void anAgentWhoIsNotReadyPullsOneAndIsNotReadyAgain() {
        World world = twoQueues().agent(1).closed().arrives(1, FIRST).signsIn(id(1));
        world.does(new Command.Pull(contact(1), id(1)));
        assertThat(world.all(Event.OfferMade.class).getFirst().rule()).isEqualTo(RuleId.PULLED);
        world.answers(1).endsTalk(1);
        assertThat(world.stateOf(id(1))).isEqualTo(AgentState.NOT_READY);
    }
}
