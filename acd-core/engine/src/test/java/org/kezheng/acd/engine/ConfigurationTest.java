package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.CONSULT;
import static org.kezheng.acd.engine.World.LI;
import static org.kezheng.acd.engine.World.SUPPORT;
import static org.kezheng.acd.engine.World.WANG;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.ConfigurationProblem.Kind;

class ConfigurationTest {
    private static final Configuration BASE = World.configuration(2, World.TIMES);

    @Test
    void theSameConfigurationAgainChangesNothing() {
        World world = World.staffed(CHEN).does(new Command.Configure(World.configuration(1, World.TIMES)));
        assertThat(world.events).isEmpty();
    }

    @Test
    void anOlderVersionIsRefused() {
        QueueTimes other = new QueueTimes(1, 1, 1, World.seconds(1));
        World world = World.staffed(CHEN).does(new Command.Configure(World.configuration(1, other)));
        assertThat(world.events)
                .containsExactly(
                        problem(Kind.NOT_NEWER, 1, 1), new Event.CommandRefused(Refusal.CONFIGURATION_NOT_NEWER));
    }

    @Test
    void aNewSkillBringsAWaitingContactToAFreeAgent() {
        World world = World.staffed(WANG).arrives(7, CONSULT);
        assertThat(world.ringsAt(7)).isNull();
        AgentDefinition taught = World.agent(WANG, World.SUPPORT_SKILL, World.CONSULT_SKILL);
        world.does(new Command.Configure(new Configuration(2, BASE.skills(), BASE.queues(), List.of(taught))));
        assertThat(world.ringsAt(7)).isEqualTo(WANG);
    }

    @Test
    void whoWaitsKeepsTheOrderOfArrivalAcrossConfigurations() {
        World world = World.staffed().arrives(1, SUPPORT).arrives(2, CONSULT).arrives(3, SUPPORT);
        world.does(new Command.Configure(BASE));
        world.signsIn(CHEN).does(new Command.MakeReady(CHEN));
        assertThat(world.ringsAt(1)).isEqualTo(CHEN);
    }

    @Test
    void agentsInUseAreNamedByIdWhateverTheOrderTheyCameIn() {
        World world = new World(World.limits());
        world.does(new Command.Configure(
                new Configuration(1, BASE.skills(), BASE.queues(), BASE.agents().reversed())));
        world.signsIn(LI).signsIn(CHEN).signsIn(WANG);
        world.does(new Command.Configure(new Configuration(2, BASE.skills(), BASE.queues(), List.of())));
        assertThat(world.events)
                .containsExactly(
                        problem(Kind.AGENT_IN_USE, CHEN.value(), 0),
                        problem(Kind.AGENT_IN_USE, LI.value(), 0),
                        problem(Kind.AGENT_IN_USE, WANG.value(), 0),
                        new Event.CommandRefused(Refusal.AGENT_IN_USE));
    }

    @Test
    void aQueueWithContactsInItIsNotRemoved() {
        World world = World.staffed().arrives(7, CONSULT);
        Configuration without =
                new Configuration(2, BASE.skills(), BASE.queues().subList(0, 1), BASE.agents());
        world.does(new Command.Configure(without));
        assertThat(world.events)
                .containsExactly(problem(Kind.QUEUE_IN_USE, 2, 0), new Event.CommandRefused(Refusal.QUEUE_IN_USE));
        world.hangsUp(7).does(new Command.Configure(without));
        assertThat(world.events).containsExactly(new Event.ConfigurationApplied(2));
    }

    @Test
    void anAgentWhoIsSignedInIsNotRemoved() {
        World world = World.staffed(LI);
        Configuration without =
                new Configuration(2, BASE.skills(), BASE.queues(), BASE.agents().subList(0, 1));
        world.does(new Command.Configure(without));
        assertThat(world.events)
                .containsExactly(problem(Kind.AGENT_IN_USE, 2002, 0), new Event.CommandRefused(Refusal.AGENT_IN_USE));
        world.does(new Command.SignOut(LI)).does(new Command.Configure(without));
        assertThat(world.signsIn(LI).events).containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_AGENT));
    }

    @Test
    void everythingThatIsWrongWithAConfigurationIsNamedAtOnce() {
        World world = World.staffed().arrives(7, CONSULT);
        SkillId unknown = new SkillId(9);
        Overflow toNowhere = new Overflow.ToQueue(new QueueId(8));
        QueueDefinition wrong = new QueueDefinition(
                SUPPORT,
                "support",
                World.DEMO,
                Channel.VOICE,
                0,
                List.of(
                        new Ring(0, List.of(new SkillRequirement(unknown, 1))),
                        new Ring(0, List.of(new SkillRequirement(unknown, 1)))),
                World.TIMES,
                new QueueBounds(1, toNowhere, new Overflow.ToQueue(SUPPORT), 0),
                OfferPolicy.STANDARD);
        Configuration configuration = new Configuration(
                1,
                RoutingRules.STANDARD,
                List.of(BASE.skills().get(0), BASE.skills().get(0)),
                List.of(wrong, wrong),
                List.of(World.agent(CHEN, unknown), World.agent(CHEN)),
                List.of(new QueueRetirement(SUPPORT, CONSULT)));
        world.does(new Command.Configure(configuration));
        assertThat(world.all(Event.ConfigurationProblemFound.class).stream()
                        .map(found -> found.problem().kind())
                        .distinct())
                .containsExactly(
                        Kind.NOT_NEWER,
                        Kind.SKILL_TWICE,
                        Kind.SKILL_CODE_TWICE,
                        Kind.QUEUE_SKILL_UNKNOWN,
                        Kind.RINGS_NOT_ASCENDING,
                        Kind.RING_ADDS_NOBODY,
                        Kind.OVERFLOW_UNKNOWN,
                        Kind.QUEUE_TWICE,
                        Kind.QUEUE_CODE_TWICE,
                        Kind.AGENT_SKILL_UNKNOWN,
                        Kind.AGENT_TWICE,
                        Kind.OVERFLOW_CIRCLE,
                        Kind.RETIREMENT_WRONG,
                        Kind.QUEUE_IN_USE);
        assertThat(world.events).endsWith(new Event.CommandRefused(Refusal.CONFIGURATION_NOT_NEWER));
    }

    @Test
    void contactsOfARetiredQueueGoIntoItsSuccessorAndKeepTheirOrder() {
        World world = World.staffed().arrives(1, CONSULT).arrives(2, SUPPORT).arrives(3, CONSULT);
        Configuration without = new Configuration(
                2,
                RoutingRules.STANDARD,
                BASE.skills(),
                BASE.queues().subList(0, 1),
                BASE.agents(),
                List.of(new QueueRetirement(CONSULT, SUPPORT)));
        world.does(new Command.Configure(without));
        assertThat(world.all(Event.ContactMoved.class))
                .containsExactly(
                        new Event.ContactMoved(new ContactId(1), CONSULT, SUPPORT, MoveCause.QUEUE_RETIRED),
                        new Event.ContactMoved(new ContactId(3), CONSULT, SUPPORT, MoveCause.QUEUE_RETIRED));
        world.signsIn(WANG).does(new Command.MakeReady(WANG));
        assertThat(world.ringsAt(1)).isEqualTo(WANG);
    }

    private static Event problem(Kind kind, long subject, long other) {
        return new Event.ConfigurationProblemFound(new ConfigurationProblem(kind, subject, other));
    }
}
