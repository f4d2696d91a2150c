package org.kezheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.simulation.Simulation;

/// Keeps a reference for the life that is on.
final class Comparison implements Consumer<Simulation.Step> {
    private int life;
    private long steps;
    private ReferenceEngine reference = new ReferenceEngine(Limits.standard());
    private Command before = new Command.Tick();

    @Override
    public void accept(Simulation.Step step) {
        if (step.life() != life) {
            life = step.life();
            reference = new ReferenceEngine(step.limits());
        }
        steps++;
        List<Event> said = reference.apply(step.command(), step.nowMicros());
        assertThat(said)
                .as("life %d, step %d, %s, after %s", life, steps, step.command(), before)
                .isEqualTo(step.events());
        before = step.command();
    }

    /// Commands compared so far.
    long steps() {
        return steps;
    }
}
