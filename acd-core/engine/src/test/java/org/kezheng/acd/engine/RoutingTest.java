package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.CONSULT;
import static org.kezheng.acd.engine.World.LI;
import static org.kezheng.acd.engine.World.SUPPORT;
import static org.kezheng.acd.engine.World.WANG;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {
    @Test
    void longestIdleAgentIsOfferedFirst() {
        World world = World.staffed(LI, CHEN).arrives(7, SUPPORT);
        assertThat(world.ringsAt(7)).isEqualTo(LI);
        assertThat(world.arrives(8, SUPPORT).ringsAt(8)).isEqualTo(CHEN);
        assertThat(world.arrives(9, SUPPORT).ringsAt(9)).isNull();
    }

    @Test
    void onlyAnAgentWithTheRequiredSkillIsOffered() {
        World world = World.staffed(WANG, CHEN).arrives(7, CONSULT);
        assertThat(world.ringsAt(7)).isEqualTo(CHEN);
        assertThat(world.arrives(8, CONSULT).ringsAt(8)).isNull();
        assertThat(world.arrives(9, SUPPORT).ringsAt(9)).isEqualTo(WANG);
    }

    @Test
    void anAgentBelowTheRequiredLevelIsNotOffered() {
        World world = new World(World.limits());
        Configuration base = World.configuration(1, World.TIMES);
        QueueDefinition demanding = new QueueDefinition(
                SUPPORT, "support", World.DEMO, List.of(new SkillRequirement(World.SUPPORT_SKILL, 6)), World.TIMES);
        AgentDefinition expert = new AgentDefinition(LI, List.of(new SkillLevel(World.SUPPORT_SKILL, 6)));
        world.does(new Command.Configure(new Configuration(
                1, base.skills(), List.of(demanding), List.of(World.agent(CHEN, World.SUPPORT_SKILL), expert))));
        for (AgentId agent : List.of(CHEN, LI)) {
            world.signsIn(agent).does(new Command.MakeReady(agent));
        }
        assertThat(world.arrives(7, SUPPORT).ringsAt(7)).isEqualTo(LI);
        assertThat(world.arrives(8, SUPPORT).ringsAt(8)).isNull();
    }

    @Test
    void aFreedAgentIsOfferedWhoeverArrivedFirstOverAllQueues() {
        World world = World.staffed().arrives(1, CONSULT).arrives(2, SUPPORT).arrives(3, CONSULT);
        world.signsIn(WANG).does(new Command.MakeReady(WANG));
        assertThat(world.ringsAt(2)).isEqualTo(WANG);
        world.signsIn(CHEN).does(new Command.MakeReady(CHEN));
        assertThat(world.ringsAt(1)).isEqualTo(CHEN);
        world.signsIn(LI).does(new Command.MakeReady(LI));
        assertThat(world.ringsAt(3)).isEqualTo(LI);
    }

    @Test
    void ofTwoQueuesTheEarlierContactIsTakenWhicheverQueueItIsIn() {
        World consultFirst =
                World.staffed().arrives(1, CONSULT).arrives(2, SUPPORT).signsIn(CHEN);
        assertThat(consultFirst.does(new Command.MakeReady(CHEN)).ringsAt(1)).isEqualTo(CHEN);
        World supportFirst =
                World.staffed().arrives(1, SUPPORT).arrives(2, CONSULT).signsIn(CHEN);
        assertThat(supportFirst.does(new Command.MakeReady(CHEN)).ringsAt(1)).isEqualTo(CHEN);
    }

    @Test
    void aRequeuedContactKeepsItsPlaceBeforeThoseWhoCameLater() {
        World world =
                World.staffed(CHEN).arrives(1, SUPPORT).arrives(2, SUPPORT).elapses(15);
        assertThat(world.stateOf(CHEN)).isEqualTo(AgentState.NOT_READY);
        world.does(new Command.MakeReady(CHEN));
        assertThat(world.ringsAt(1)).isEqualTo(CHEN);
    }

    @Test
    void anUnansweredOfferDoesNotCostAnAgentTheTurn() {
        World world = World.staffed(CHEN, LI).arrives(1, SUPPORT).passes(5).hangsUp(1);
        assertThat(world.arrives(2, SUPPORT).ringsAt(2)).isEqualTo(CHEN);
    }

    @Test
    void anAgentWhoTalkedStandsBehindThoseWhoWereFree() {
        World world = World.staffed(CHEN, LI)
                .arrives(1, SUPPORT)
                .answers(1)
                .hangsUp(1)
                .wrapsUp(CHEN, 1);
        assertThat(world.arrives(2, SUPPORT).ringsAt(2)).isEqualTo(LI);
    }

    @Test
    void theGroundsOfAChoiceNameWinnerAndRunnerUp() {
        World world = World.staffed(LI, CHEN, WANG).arrives(7, SUPPORT);
        Decision decision = world.decisions.getFirst();
        assertThat(decision.rule()).isEqualTo(RuleId.LONGEST_IDLE);
        assertThat(decision.candidates()).isEqualTo(3);
        assertThat(decision.winner()).isEqualTo(LI);
        assertThat(decision.winnerIdleMicros()).isEqualTo(World.seconds(3));
        assertThat(decision.runnerUp()).hasValue(CHEN.value());
        assertThat(decision.runnerUpIdleMicros()).isEqualTo(World.seconds(2));
        assertThat(decision.lostBecause()).isEqualTo(Decision.LostBecause.SHORTER_IDLE);
    }

    @Test
    void aFreedAgentIsTheOnlyCandidateForTheContactThatWaited() {
        World world = World.staffed().arrives(7, SUPPORT).signsIn(CHEN).passes(3);
        Decision decision = world.does(new Command.MakeReady(CHEN)).decisions.getFirst();
        assertThat(decision.rule()).isEqualTo(RuleId.FIRST_WAITING);
        assertThat(decision.candidates()).isEqualTo(1);
        assertThat(decision.runnerUp()).isEmpty();
        assertThat(decision.lostBecause()).isEqualTo(Decision.LostBecause.NONE);
        assertThat(decision.winnerIdleMicros()).isZero();
    }

    @Test
    void aDeclinerIsNoCandidateWhilePassedOver() {
        World world = World.staffed(CHEN, LI).arrives(7, SUPPORT).declines(1);
        Decision decision = world.decisions.getFirst();
        assertThat(decision.winner()).isEqualTo(LI);
        assertThat(decision.candidates()).isEqualTo(1);
        assertThat(decision.runnerUp()).isEmpty();
    }
}
