package org.kezheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.acd.engine.Event;
import org.kezheng.simulation.Simulation;

/// The engine and the reference, told the same commands, say the same: every event, in its order.
final class SameDecisionsTest {
    private static final int EVENTS = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void engineAndReferenceSayTheSame(long seed) {
        Comparison comparison = new Comparison();
        new Simulation(seed).observedBy(comparison).run(EVENTS);
        assertThat(comparison.steps()).isGreaterThan(EVENTS / 2);
    }

    @Test
    void aDecisionThatDiffersIsFound() {
        Comparison comparison = new Comparison();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Simulation(1)
                        .observedBy(step -> comparison.accept(withoutOneAnswer(step)))
                        .run(EVENTS))
                .withMessageContaining("life 1");
    }

    private static Simulation.Step withoutOneAnswer(Simulation.Step step) {
        List<Event> events = new ArrayList<>(step.events());
        events.removeIf(event -> event instanceof Event.ContactAnswered);
        return new Simulation.Step(step.life(), step.limits(), step.command(), step.nowMicros(), events);
    }
}
