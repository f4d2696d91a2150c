package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.LI;
import static org.kezheng.acd.engine.World.SUPPORT;
import static org.kezheng.acd.engine.World.seconds;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void aContactBeyondTheLimitIsRefusedAndRoomIsMadeByOneThatLeaves() {
        World world =
                World.staffed(World.limits(2, 50, 200, 64)).arrives(1, SUPPORT).arrives(2, SUPPORT);
        assertThat(world.arrives(3, SUPPORT).events).containsExactly(new Event.CommandRefused(Refusal.CONTACTS_FULL));
        assertThat(world.hangsUp(1).arrives(3, SUPPORT).all(Event.ContactQueued.class))
                .hasSize(1);
    }

    @Test
    void withoutRoomForEffectsNothingIsOfferedUntilOneIsAcknowledged() {
        World world = World.staffed(World.limits(10, 50, 3, 64), CHEN, LI);
        world.arrives(1, SUPPORT).answers(1).arrives(2, SUPPORT);
        assertThat(world.ringsAt(2)).isNull();
        assertThat(world.arrives(3, SUPPORT).events).containsExactly(new Event.CommandRefused(Refusal.EFFECTS_FULL));
        world.hangsUp(1);
        assertThat(world.ringsAt(2)).isEqualTo(LI);
    }

    @Test
    void anAcknowledgementMakesRoomForAnOffer() {
        World world = World.staffed(World.limits(10, 50, 3, 64), CHEN, LI);
        world.arrives(1, SUPPORT).hangsUp(1).arrives(2, SUPPORT);
        assertThat(world.ringsAt(2)).isEqualTo(CHEN);
        world.hangsUp(2).arrives(3, SUPPORT);
        assertThat(world.ringsAt(3)).isNull();
        EffectId oldest = world.engine.pendingEffects().getFirst().id();
        assertThat(world.does(new Command.Acknowledge(oldest)).ringsAt(3)).isEqualTo(CHEN);
    }

    @Test
    void whoWaitsForWantOfRoomIsNotOvertakenByOneThatIsRequeued() {
        World world = World.staffed(World.limits(10, 50, 6, 64), CHEN)
                .arrives(1, SUPPORT)
                .arrives(2, SUPPORT);
        world.answers(1).arrives(3, SUPPORT).hangsUp(3).endsTalk(1);
        assertThat(world.ringsAt(2)).isNull();
        world.signsIn(LI).does(new Command.MakeReady(LI));
        world.does(
                new Command.Acknowledge(world.engine.pendingEffects().getFirst().id()));
        assertThat(world.ringsAt(2)).isEqualTo(LI);
    }

    @Test
    void aDeclineBeyondTheLimitEndsTheOldestPassOverEarly() {
        World world = World.staffed(World.limits(10, 1, 200, 64), CHEN);
        world.arrives(1, SUPPORT).declines(1).arrives(2, SUPPORT).declines(2);
        assertThat(world.ringsAt(1)).isEqualTo(CHEN);
        assertThat(world.ringsAt(2)).isNull();
    }

    @Test
    void aTickServesAsManyDeadlinesAsItMayAndLeavesTheRestDue() {
        World world = World.staffed(World.limits(10, 50, 200, 3));
        for (int contact = 1; contact <= 7; contact++) {
            world.arrives(contact, SUPPORT);
        }
        world.passes(1_800);
        for (int expected : List.of(3, 3, 1, 0)) {
            assertThat(world.does(new Command.Tick()).all(Event.ContactEnded.class))
                    .hasSize(expected);
        }
    }

    @Test
    void anEndedContactIsForgottenWhenMoreHaveEndedThanAreRemembered() {
        World world = World.staffed(new Limits(10, 10, 10, 10, 200, 10, 10, 10, 10, 10, 50, 2, 64, seconds(100)));
        for (int contact = 1; contact <= 3; contact++) {
            world.arrives(contact, SUPPORT).hangsUp(contact);
        }
        assertThat(world.hangsUp(3).events).containsExactly(new Event.CommandRefused(Refusal.CONTACT_ENDED));
        assertThat(world.hangsUp(1).events).containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_CONTACT));
    }

    @Test
    void aConfigurationBeyondTheLimitsIsRefused() {
        World world = new World(new Limits(10, 2, 10, 10, 200, 10, 10, 10, 10, 10, 50, 10, 64, seconds(100)));
        world.does(new Command.Configure(World.configuration(1, World.TIMES)));
        assertThat(world.events)
                .containsExactly(
                        new Event.ConfigurationProblemFound(
                                new ConfigurationProblem(ConfigurationProblem.Kind.TOO_MANY_AGENTS, 0, 2)),
                        new Event.CommandRefused(Refusal.CONFIGURATION_TOO_LARGE));
    }

    /// Two per agent, one per contact, one contact that waits for an agent, one kept place.
    private static Limits narrow(int perAgent, int perContact) {
        return new Limits(10, 10, 10, 10, 200, 50, perAgent, perContact, 1, 1, 200, 50, 64, seconds(100));
    }

    @Test
    void anAgentPassedOverForMoreThanTheLimitIsOfferedTheFirstOfThemAgain() {
        World world = World.staffed(narrow(2, 10), CHEN);
        world.arrives(1, SUPPORT).declines(1).arrives(2, SUPPORT).declines(2);
        assertThat(world.ringsAt(1)).isNull();
        world.arrives(3, SUPPORT).declines(3);
        assertThat(world.ringsAt(1)).isEqualTo(CHEN);
    }

    @Test
    void aContactThatPassesOverMoreThanTheLimitIsOfferedToTheFirstOfThemAgain() {
        World world = World.staffed(narrow(10, 1), CHEN, LI);
        world.arrives(1, SUPPORT).declines(1);
        assertThat(world.ringsAt(1)).isEqualTo(LI);
        world.declines(2);
        assertThat(world.ringsAt(1)).isEqualTo(CHEN);
    }

    @Test
    void beyondTheLimitAContactDoesNotWaitForAnAgentByName() {
        World world = new Site()
                .with(new Site.Queue(Site.FIRST))
                .agent(1, Site.level(Site.GERMAN, 5))
                .agent(2, Site.level(Site.GERMAN, 5))
                .closed(narrow(10, 10));
        for (int agent = 1; agent <= 2; agent++) {
            world.signsIn(Site.id(agent)).does(new Command.MakeReady(Site.id(agent)));
        }
        world.arrives(1, Site.FIRST).answers(1);
        assertThat(world.all(Event.ContactAnswered.class))
                .allMatch(answered -> answered.agent().equals(Site.id(1)));
        AgentWish wish = new AgentWish.NamedAgent(Site.id(1));
        world.does(Site.arrival(2, 0, false, 0, wish));
        assertThat(world.ringsAt(2)).isNull();
        world.does(Site.arrival(3, 0, false, 0, wish));
        assertThat(world.ringsAt(3)).isEqualTo(Site.id(2));
    }

    @Test
    void beyondTheLimitTheOldestKeptPlaceIsForgotten() {
        World world = new Site().with(new Site.Queue(Site.FIRST)).agent(1).closed(narrow(10, 10));
        for (int contact = 1; contact <= 2; contact++) {
            world.does(Site.arrival(contact, 0, false, contact, new AgentWish.Anyone()))
                    .hangsUp(contact);
        }
        assertThat(precursor(world, 11, 1)).isZero();
        assertThat(precursor(world, 12, 2)).isEqualTo(2);
    }

    private static long precursor(World world, long contact, long token) {
        world.does(Site.arrival(contact, 0, false, token, new AgentWish.Anyone()));
        return world.all(Event.ContactQueued.class).getFirst().precursor();
    }

    private static List<ConfigurationProblem.Kind> problemsUnder(int skills, int queues, int memberships) {
        World world = new World(
                new Limits(10, 10, skills, queues, memberships, 10, 10, 10, 10, 10, 50, 10, 64, seconds(100)));
        world.does(new Command.Configure(World.configuration(1, World.TIMES)));
        assertThat(world.events).endsWith(new Event.CommandRefused(Refusal.CONFIGURATION_TOO_LARGE));
        return world.all(Event.ConfigurationProblemFound.class).stream()
                .map(found -> found.problem().kind())
                .toList();
    }

    @Test
    void skillsQueuesAndMembershipsBeyondTheirLimitsAreNamed() {
        assertThat(problemsUnder(1, 1, 4))
                .containsExactly(
                        ConfigurationProblem.Kind.TOO_MANY_SKILLS,
                        ConfigurationProblem.Kind.TOO_MANY_QUEUES,
                        ConfigurationProblem.Kind.TOO_MANY_MEMBERSHIPS);
        assertThat(problemsUnder(2, 2, 4)).containsExactly(ConfigurationProblem.Kind.TOO_MANY_MEMBERSHIPS);
    }

    @Test
    void aTalkLastsForItsLeaseAndNoLonger() {
        World world = World.staffed(narrow(10, 10), CHEN).arrives(1, SUPPORT).answers(1);
        assertThat(world.elapses(99).all(Event.ContactEnded.class)).isEmpty();
        assertThat(world.elapses(1).all(Event.ContactEnded.class)).hasSize(1);
    }

    @Test
    void offersMissedAtOnceEndPassOversEarlyOneAfterTheOther() {
        World world = new World(World.limits(50, 1, 200, 64));
        List<AgentDefinition> agents = new ArrayList<>();
        for (int agent = 1; agent <= 6; agent++) {
            agents.add(World.agent(new AgentId(agent), World.SUPPORT_SKILL));
        }
        OfferPolicy passOver = new OfferPolicy(AgentChoice.LONGEST_IDLE, MissedOffer.PASSED_OVER, 0, 0);
        QueueDefinition queue = new QueueDefinition(
                World.SUPPORT,
                "support",
                World.DEMO,
                Channel.VOICE,
                0,
                List.of(new Ring(0, List.of())),
                World.TIMES,
                QueueBounds.NONE,
                passOver);
        world.does(new Command.Configure(new Configuration(
                1, List.of(new SkillDefinition(World.SUPPORT_SKILL, "support")), List.of(queue), agents)));
        for (AgentDefinition agent : agents) {
            world.signsIn(agent.agent()).does(new Command.MakeReady(agent.agent()));
        }
        for (int contact = 1; contact <= 6; contact++) {
            world.arrives(contact, World.SUPPORT);
        }
        world.elapses(15);
        assertThat(world.all(Event.OfferEnded.class))
                .hasSize(6)
                .allMatch(ended -> ended.outcome() == OfferOutcome.MISSED);
        assertThat(world.all(Event.OfferMade.class)).hasSize(6);
    }
}
