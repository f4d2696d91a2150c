package org.kezheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.journal.Alternative;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.Steps;
import org.kezheng.acd.journal.TimeSource;
import org.kezheng.acd.journal.WhatIf;
import org.kezheng.simulation.Simulation;

/// An explanation names a runner-up. Without the chosen one, the runner-up is chosen: tried on the engine.
final class WithoutTheChosenTest {
    private static final int EVENTS = 3_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theNamedRunnerUpIsChosen(long seed) throws IOException {
        Map<RuleId, Integer> tried = new EnumMap<>(RuleId.class);
        List<Alternative> otherwise = new ArrayList<>();
        for (ContactId contact : live(seed)) {
            for (Alternative alternative : WhatIf.withoutTheChosen(directory, contact)) {
                tried.merge(alternative.explanation().rule(), 1, Integer::sum);
                if (!alternative.isAsNamed()) {
                    otherwise.add(alternative);
                }
            }
        }
        assertThat(otherwise).as("of %s", tried).isEmpty();
        assertThat(tried.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(20);
    }

    /// Journals a life; returns its contacts.
    private Set<ContactId> live(long seed) throws IOException {
        List<Simulation.Step> steps = new ArrayList<>();
        new Simulation(seed).observedBy(steps::add).run(EVENTS);
        HostSettings settings = new HostSettings(
                directory, steps.getFirst().limits(), TimeSource.system(), Durability.WRITTEN, 10, 1_000, 10);
        Set<ContactId> contacts = new LinkedHashSet<>();
        try (Steps journal = Steps.open(settings)) {
            for (Simulation.Step step : steps) {
                journal.apply(CommandId.random(), step.command(), step.nowMicros());
                for (Event event : step.events()) {
                    if (event instanceof Event.OfferMade made) {
                        contacts.add(made.contact());
                    }
                }
            }
            journal.commit();
        }
        return contacts;
    }
}
