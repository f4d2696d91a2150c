package org.kezheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
}
