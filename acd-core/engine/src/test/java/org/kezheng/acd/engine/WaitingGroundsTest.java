package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.Site.FIRST;
import static org.kezheng.acd.engine.Site.FRENCH;
import static org.kezheng.acd.engine.Site.GERMAN;
import static org.kezheng.acd.engine.Site.SECOND;
import static org.kezheng.acd.engine.Site.arrival;
import static org.kezheng.acd.engine.Site.id;
import static org.kezheng.acd.engine.Site.level;
import static org.kezheng.acd.engine.Site.ring;

import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Why a contact still waits: what stands in the way of each agent who could serve it, and who comes first.
final class WaitingGroundsTest {
    private static final AgentWish ANYONE = new AgentWish.Anyone();

    private static Site oneQueue() {
        return new Site().with(new Site.Queue(FIRST));
    }

    private static World ready(World world, int agent) {
        return world.signsIn(id(agent)).does(new Command.MakeReady(id(agent)));
    }

    private static WaitingGrounds why(World world, long contact) {
        return world.engine.whyWaiting(new ContactId(contact)).orElseThrow();
    }

    @Test
    void eachAgentWhoCouldServeItLacksOneThing() {
        Site site = oneQueue();
        for (int agent = 1; agent <= 5; agent++) {
            site.agent(agent, level(GERMAN, 3));
        }
        World world = site.agent(6, level(FRENCH, 9)).closed();
        world.signsIn(id(2));
        ready(world, 3);
        world.arrives(1, FIRST).answers(1);
        ready(world, 4);
        world.arrives(2, FIRST);
        world.declines(2);
        ready(world, 6);
        WaitingGrounds grounds = why(world, 2);
        assertThat(grounds.agents()).isEqualTo(5);
        assertThat(grounds.signedOut()).isEqualTo(2);
        assertThat(grounds.notReady()).isEqualTo(1);
        assertThat(grounds.handling()).isEqualTo(1);
        assertThat(grounds.passedOver()).isEqualTo(1);
        assertThat(grounds.unlooked()).isZero();
        assertThat(grounds.ahead()).isZero();
        assertThat(grounds.contact()).isEqualTo(new ContactId(2));
        assertThat(grounds.queue()).isEqualTo(FIRST);
    }

    @Test
    void aRingingAgentAndOneInWrapUpAreBusy() {
        World world = new Site()
                .with(new Site.Queue(FIRST).wrapUp(60))
                .agent(1, level(GERMAN, 3))
                .agent(2, level(GERMAN, 3))
                .open();
        world.arrives(1, FIRST).answers(1).endsTalk(1);
        world.arrives(2, FIRST).arrives(3, FIRST);
        assertThat(why(world, 3).handling()).isEqualTo(2);
        assertThat(why(world, 3).agents()).isEqualTo(2);
    }

    @Test
    void agentsOfLaterRingsCountFromThenOn() {
        World world = new Site()
                .with(new Site.Queue(FIRST).rings(ring(0, GERMAN, 5), ring(10, FRENCH, 1)))
                .agent(1, level(GERMAN, 5))
                .agent(2, level(FRENCH, 1))
                .agent(3, level(GERMAN, 4))
                .closed();
        long came = world.now;
        world.arrives(1, FIRST);
        WaitingGrounds before = why(world, 1);
        assertThat(before.ring()).isEqualTo(1);
        assertThat(before.rings()).isEqualTo(2);
        assertThat(before.agents()).isEqualTo(1);
        assertThat(before.nextStepMicros()).isEqualTo(came + World.seconds(10));
        assertThat(before.overflowMicros()).isEqualTo(came + World.seconds(1_800));
        world.elapses(10);
        WaitingGrounds after = why(world, 1);
        assertThat(after.ring()).isEqualTo(2);
        assertThat(after.agents()).isEqualTo(2);
        assertThat(after.nextStepMicros()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void onlyContactsThatCompeteForAnAgentAreAhead() {
        World world = new Site()
                .with(new Site.Queue(FIRST))
                .with(new Site.Queue(SECOND).rings(ring(0, FRENCH, 1)))
                .agent(1, level(GERMAN, 3))
                .agent(2, level(FRENCH, 3))
                .closed();
        world.arrives(1, FIRST).passes(1).arrives(2, SECOND).passes(1).arrives(3, FIRST);
        assertThat(why(world, 3).ahead()).isEqualTo(1);
        assertThat(why(world, 2).ahead()).isZero();
        assertThat(why(world, 1).ahead()).isZero();
    }

    @Test
    void priorityComesBeforeArrival() {
        World world = oneQueue().agent(1, level(GERMAN, 3)).closed();
        world.arrives(1, FIRST).passes(1).does(arrival(2, 5, false, 0, ANYONE));
        assertThat(why(world, 1).ahead()).isEqualTo(1);
        assertThat(why(world, 2).ahead()).isZero();
    }

    @Test
    void aContactThatWaitsForOneAgentNamesTheAgentAndUntilWhen() {
        World world =
                oneQueue().agent(1, level(GERMAN, 3)).agent(2, level(GERMAN, 3)).open();
        world.arrives(1, FIRST);
        AgentId rung = Objects.requireNonNull(world.ringsAt(1));
        long came = world.now;
        world.does(arrival(2, 0, false, 0, new AgentWish.NamedAgent(rung)));
        WaitingGrounds grounds = why(world, 2);
        assertThat(grounds.wishAgent()).isEqualTo(OptionalInt.of(rung.value()));
        assertThat(grounds.ring()).isZero();
        assertThat(grounds.agents()).isEqualTo(1);
        assertThat(grounds.handling()).isEqualTo(1);
        assertThat(grounds.nextStepMicros()).isEqualTo(came + World.seconds(20));
    }

    @Test
    void freeAgentsNotLookedAtYetAreToldApart() {
        Site site = oneQueue();
        for (int agent = 1; agent <= 3; agent++) {
            site.agent(agent, level(GERMAN, 3));
        }
        World world = site.closed(World.limits(50, 50, 3, 64));
        ready(world, 1);
        world.arrives(1, FIRST);
        ready(world, 2);
        world.arrives(2, FIRST);
        WaitingGrounds grounds = why(world, 2);
        assertThat(grounds.unlooked()).isEqualTo(1);
        assertThat(grounds.handling()).isEqualTo(1);
        assertThat(grounds.signedOut()).isEqualTo(1);
    }

    @Test
    void whoDoesNotWaitHasNoGrounds() {
        World world = oneQueue().agent(1, level(GERMAN, 3)).open();
        world.arrives(1, FIRST);
        assertThat(world.engine.whyWaiting(new ContactId(1))).isEmpty();
        assertThat(world.engine.whyWaiting(new ContactId(9))).isEmpty();
    }
}
