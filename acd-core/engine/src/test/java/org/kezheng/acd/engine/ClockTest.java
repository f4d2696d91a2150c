package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.acd.engine.World.CHEN;
import static org.kezheng.acd.engine.World.SUPPORT;
import static org.kezheng.acd.engine.World.seconds;

import org.junit.jupiter.api.Test;

class ClockTest {
    @Test
    void aClockSetForwardLeavesWhatIsPendingTheTimeItHad() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).passes(5);
        long before = world.now;
        world.now += seconds(3_600);
        world.does(new Command.ClockJumped(before, world.now)).does(new Command.Tick());
        assertThat(world.events).isEmpty();
        assertThat(world.engine.nextDeadlineMicros() - world.now).isEqualTo(seconds(10));
        world.elapses(10);
        assertThat(world.reasonOf(CHEN)).isEqualTo("missed-offer");
    }

    @Test
    void aClockSetBackChangesNothing() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT);
        long deadline = world.engine.nextDeadlineMicros();
        world.does(new Command.ClockJumped(world.now, world.now - seconds(3_600)));
        assertThat(world.events).isEmpty();
        assertThat(world.engine.nextDeadlineMicros()).isEqualTo(deadline);
    }

    @Test
    void anInstantBeforeTheLastCountsAsTheLast() {
        World world = World.staffed(CHEN).arrives(7, SUPPORT).passes(14).does(new Command.Tick());
        world.now -= seconds(100);
        world.does(new Command.Tick());
        world.now += seconds(101);
        assertThat(world.does(new Command.Tick()).ringsAt(7)).isNull();
    }
}
