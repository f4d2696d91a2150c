package org.kezheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.acd.engine.Engine;
import org.kezheng.simulation.Simulation;

/// Short lives in worlds of many sizes: quick enough to be lived again for every small change of the engine.
final class ShortLivesTest {
    private static final int EVENTS = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void engineAndReferenceSayTheSame(long seed) {
        Comparison comparison = new Comparison();
        new Simulation(seed).observedBy(comparison).run(EVENTS);
        assertThat(comparison.steps()).isGreaterThan(EVENTS / 5);
    }

    /// Two engines of one digest are in one state: whatever changes, the digest changes too.
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void anotherStateHasAnotherDigest(long seed) {
        List<Simulation.Step> steps = new ArrayList<>();
        new Simulation(seed).observedBy(steps::add).run(EVENTS);
        Engine engine = new Engine(steps.getFirst().limits());
        Map<Long, List<Object>> states = new HashMap<>();
        for (Simulation.Step step : steps) {
            engine.apply(step.command(), step.nowMicros(), event -> {});
            List<Object> state = StateList.of(engine);
            List<Object> same = states.put(engine.digest(), state);
            assertThat(same == null || same.equals(state))
                    .as("a digest of its own after %s", step.command())
                    .isTrue();
        }
        assertThat(states).hasSizeGreaterThan(EVENTS / 10);
    }
}
