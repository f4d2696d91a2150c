package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.CONSULT;
import static org.kezheng.acd.engine.World.LI;
import static org.kezheng.acd.engine.World.SUPPORT;
import static org.kezheng.acd.engine.World.WANG;

import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.CONFIGURATION_NOT_NEWER));
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
    void aQueueWithContactsInItIsNotRemoved() {
        World world = World.staffed().arrives(7, CONSULT);
        Configuration without =
                new Configuration(2, BASE.skills(), BASE.queues().subList(0, 1), BASE.agents());
        world.does(new Command.Configure(without));
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.QUEUE_IN_USE));
        world.hangsUp(7).does(new Command.Configure(without));
        assertThat(world.events).containsExactly(new Event.ConfigurationApplied(2));
    }

    @Test
    void anAgentWhoIsSignedInIsNotRemoved() {
        World world = World.staffed(LI);
        Configuration without =
                new Configuration(2, BASE.skills(), BASE.queues(), BASE.agents().subList(0, 1));
        world.does(new Command.Configure(without));
        assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.AGENT_IN_USE));
        world.does(new Command.SignOut(LI)).does(new Command.Configure(without));
        assertThat(world.signsIn(LI).events).containsExactly(new Event.CommandRefused(Refusal.UNKNOWN_AGENT));
    }

    @Test
    void aConfigurationThatContradictsItselfIsRefused() {
        World world = World.staffed();
        AgentDefinition unknownSkill = World.agent(CHEN, new SkillId(9));
        for (Configuration wrong : List.of(
                new Configuration(2, BASE.skills(), BASE.queues(), List.of(unknownSkill)),
                new Configuration(2, List.of(), BASE.queues(), List.of()),
                new Configuration(
                        2,
                        BASE.skills(),
                        List.of(BASE.queues().get(0), BASE.queues().get(0)),
                        List.of()),
                new Configuration(2, BASE.skills(), List.of(), List.of(World.agent(CHEN), World.agent(CHEN))))) {
            world.does(new Command.Configure(wrong));
            assertThat(world.events).containsExactly(new Event.CommandRefused(Refusal.CONFIGURATION_INCONSISTENT));
        }
    }
}
