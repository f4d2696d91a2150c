package org.kezheng.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.PlantedFault;
import org.kezheng.acd.engine.checks.Invariant;
import org.kezheng.acd.engine.checks.InvariantBroken;

/// A check that cannot fail proves nothing: each invariant has a fault that breaks it, and that is found.
final class PlantedFaultTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @EnumSource
    void isFound(PlantedFault fault) {
        assertThatExceptionOfType(InvariantBroken.class)
                .isThrownBy(() -> simulation(fault).run(200_000))
                .withMessageContaining("(seed 7, life ")
                .satisfies(broken -> assertThat(broken.invariant()).isEqualTo(fault.broken()));
    }

    private static Simulation simulation(PlantedFault fault) {
        Simulation simulation = new Simulation(SEED).with(planted(fault));
        return fault.broken() == Invariant.DETERMINISM ? simulation : simulation.withoutCrashes();
    }

    /// What both engines do alike is no breach of determinism: that fault is one engine's alone, once.
    private static Consumer<Engine> planted(PlantedFault fault) {
        AtomicBoolean isPlanted = new AtomicBoolean();
        return engine -> {
            if (fault.broken() != Invariant.DETERMINISM || isPlanted.compareAndSet(false, true)) {
                fault.accept(engine);
            }
        };
    }

    @Test
    void thereIsOneForEachInvariant() {
        assertThat(Arrays.stream(PlantedFault.values()).map(PlantedFault::broken))
                .containsExactlyInAnyOrder(Invariant.values());
    }
}
