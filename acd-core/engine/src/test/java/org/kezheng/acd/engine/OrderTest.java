package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kezheng.acd.engine.Site.FIRST;
import static org.kezheng.acd.engine.Site.FRENCH;
import static org.kezheng.acd.engine.Site.GERMAN;
import static org.kezheng.acd.engine.Site.arrival;
import static org.kezheng.acd.engine.Site.id;
import static org.kezheng.acd.engine.Site.level;
import static org.kezheng.acd.engine.Site.ring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is offered to whom: rings, choices, priorities, wishes, kept places.
final class OrderTest {
    private static final AgentWish ANYONE = new AgentWish.Anyone();

    private static Site oneQueue() {
        return new Site().with(new Site.Queue(FIRST));
    }

    private static World ready(World world, int agent) {
        return world.signsIn(id(agent)).does(new Command.MakeReady(id(agent)));
    }

    @Test
    void aLaterRingBringsInAgentsWithAnotherSkill() {
        World world = new Site()
                .with(new Site.Queue(FIRST).rings(ring(0, GERMAN, 5), ring(10, FRENCH, 1)))
                .agent(1, level(FRENCH, 3))
                .open();
        world.arrives(1, FIRST).elapses(9);
        assertThat(world.events).isEmpty();
        world.elapses(1);
        assertThat(world.all(Event.RingReached.class)).containsExactly(new Event.RingReached(new ContactId(1), 2));
        assertThat(world.all(Event.OfferMade.class))
                .containsExactly(new Event.OfferMade(new OfferId(1), new ContactId(1), id(1), RuleId.LONGEST_IDLE, 2));
    }

    @Test
    void aLaterRingLowersTheLevelAndShutsNobodyOut() {
        World world = new Site()
                .with(new Site.Queue(FIRST).rings(ring(0, GERMAN, 5), ring(10, FRENCH, 1)))
                .agent(1, level(GERMAN, 5))
                .closed();
        world.arrives(1, FIRST).elapses(10);
        ready(world, 1);
        assertThat(world.all(Event.OfferMade.class))
                .extracting(Event.OfferMade::rule, Event.OfferMade::ring)
                .containsExactly(tuple(RuleId.FIRST_WAITING, 1));
    }

    @ParameterizedTest
    @CsvSource({"LONGEST_IDLE, 1", "BEST_MATCH, 2", "LEAST_OVERQUALIFIED, 3"})
    void theQueueChoosesAmongFreeAgents(AgentChoice choice, int chosen) {
        World world = new Site()
                .with(new Site.Queue(FIRST).policy(choice, MissedOffer.NOT_READY, 0, 0))
                .agent(1, level(GERMAN, 5), level(FRENCH, 5))
                .agent(2, level(GERMAN, 9))
                .agent(3, level(GERMAN, 2))
                .open();
        world.arrives(1, FIRST);
        assertThat(world.ringsAt(1)).isEqualTo(id(chosen));
        assertThat(world.all(Event.OfferMade.class).getFirst().rule().name()).isEqualTo(choice.name());
    }

    @ParameterizedTest
    @CsvSource({"299, 2", "301, 1"})
    void aVipIsWorthFiveMinutes(long secondsLater, long first) {
        World world = oneQueue().agent(1, level(GERMAN, 5)).closed();
        world.arrives(1, FIRST).passes(secondsLater).does(arrival(2, 0, true, 0, ANYONE));
        ready(world, 1);
        assertThat(world.ringsAt(first)).isEqualTo(id(1));
    }

    @Test
    void priorityComesBeforeArrival() {
        World world = oneQueue().agent(1, level(GERMAN, 5)).closed();
        world.arrives(1, FIRST).passes(50).does(arrival(2, 1, false, 0, ANYONE));
        ready(world, 1);
        assertThat(world.ringsAt(2)).isEqualTo(id(1));
    }

    @Test
    void theLastAgentComesFirst() {
        World world =
                oneQueue().agent(1, level(GERMAN, 5)).agent(2, level(GERMAN, 5)).open();
        world.does(arrival(1, 0, false, 0, new AgentWish.LastAgent(id(2))));
        assertThat(world.all(Event.OfferMade.class))
                .containsExactly(new Event.OfferMade(new OfferId(1), new ContactId(1), id(2), RuleId.LAST_AGENT, 0));
    }

    @Test
    void anAgentByNameIsWaitedForAndThenNotAnyMore() {
        World world =
                oneQueue().agent(1, level(GERMAN, 5)).agent(2, level(GERMAN, 5)).open();
        world.does(new Command.MakeNotReady(id(2), World.BREAK));
        world.does(arrival(1, 0, false, 0, new AgentWish.NamedAgent(id(2)))).elapses(19);
        assertThat(world.ringsAt(1)).isNull();
        world.elapses(1);
        assertThat(world.ringsAt(1)).isEqualTo(id(1));
    }

    @Test
    void theLastAgentIsNotWaitedForWhenNotReady() {
        World world =
                oneQueue().agent(1, level(GERMAN, 5)).agent(2, level(GERMAN, 5)).open();
        world.does(new Command.MakeNotReady(id(2), World.BREAK));
        world.does(arrival(1, 0, false, 0, new AgentWish.LastAgent(id(2))));
        assertThat(world.ringsAt(1)).isEqualTo(id(1));
    }

    @ParameterizedTest
    @CsvSource({"59, 1", "61, 0"})
    void aPlaceIsKeptForWhoDroppedAndComesBackInTime(long secondsLater, long precursor) {
        World world = oneQueue().agent(1, level(GERMAN, 5)).closed();
        world.does(arrival(1, 0, false, 7, ANYONE)).hangsUp(1).arrives(2, FIRST);
        world.passes(secondsLater).does(arrival(3, 0, false, 7, ANYONE));
        assertThat(world.all(Event.ContactQueued.class).getFirst().precursor()).isEqualTo(precursor);
        ready(world, 1);
        assertThat(world.ringsAt(precursor == 0 ? 2 : 3)).isEqualTo(id(1));
    }

    @Test
    void aCallbackKeepsThePlaceOfTheCall() {
        World world = oneQueue().agent(1, level(GERMAN, 5)).closed();
        world.arrives(1, FIRST).passes(1).arrives(2, FIRST);
        world.does(new Command.TakeCallback(new ContactId(1), new ContactId(3)));
        assertThat(world.effects()).containsExactly(new Effect.Divert(new ContactId(1), Diversion.CALLBACK));
        ready(world, 1);
        assertThat(world.ringsAt(3)).isEqualTo(id(1));
    }

    @Test
    void theEstimateGoesByThePaceOfAnswersAndTellsItsError() {
        World world = oneQueue().agent(1, level(GERMAN, 5)).open();
        for (int contact = 1; contact <= 4; contact++) {
            world.arrives(contact, FIRST);
        }
        Command ask = new Command.EstimateWait(new ContactId(4));
        world.answers(1).does(ask);
        assertThat(world.all(Event.WaitEstimated.class).getFirst().micros()).isEqualTo(-1);
        world.passes(10).endsTalk(1).answers(2).does(ask);
        // One is ahead, and the next answer is due in ten seconds.
        assertThat(world.all(Event.WaitEstimated.class).getFirst().micros()).isEqualTo(World.seconds(20));
    }
}
