package org.kezheng.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.checks.Invariant;

/// A million events: every invariant holds after each command, and nothing is tried too seldom to tell.
final class SimulationTest {
    private static final long EVENTS = 1_000_000;
    /// A tenth of what ten million events are to show, as these are a tenth of them.
    private static final long OFTEN = 100;
    private static final Path TABLE = Path.of("../../docs/states-and-commands.md");

    @Test
    void everyInvariantHoldsThroughAMillionEventsAndEverythingIsTriedOften() throws IOException {
        Simulation simulation = new Simulation(Long.getLong("kezheng.seed", 42)).run(EVENTS);
        assertThat(simulation.events()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(simulation.checkCounts()).containsOnlyKeys(Invariant.values());
        assertThat(simulation.checkCounts().get(Invariant.ENDS_ONCE)).isEqualTo(simulation.commands());
        assertThat(simulation.commandCounts()).containsOnlyKeys(names(Command.class));
        assertThat(simulation.eventCounts()).containsOnlyKeys(names(Event.class));
        assertThat(simulation.outcomeCounts()).containsOnlyKeys(ContactOutcome.values());
        assertThat(simulation.triedLessThan(OFTEN)).isEmpty();
        assertThat(simulation.triedLessThan(Long.MAX_VALUE)).hasSizeGreaterThan(100);
        agreesWithTheTable(simulation);
    }

    private static String[] names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toArray(String[]::new);
    }

    /// The documentation has every pair and every outcome that happened, and no pair that never happens.
    private static void agreesWithTheTable(Simulation simulation) throws IOException {
        Map<String, Set<String>> documented = rows(Files.readString(TABLE));
        Map<String, Set<String>> happened = rows(simulation.table());
        assertThat(happened.keySet()).isEqualTo(documented.keySet());
        happened.forEach(
                (pair, outcomes) -> assertThat(documented.get(pair)).as(pair).containsAll(outcomes));
    }

    private static Map<String, Set<String>> rows(String table) {
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip() + " " + cells[2].strip(),
                        cells -> new TreeSet<>(List.of(cells[3].strip().split(", "))),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @Test
    void theSameSeedIsTheSameLife() {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        new Simulation(3).observedBy(step -> first.append(step.events())).run(20_000);
        new Simulation(3).observedBy(step -> second.append(step.events())).run(20_000);
        assertThat(second).hasToString(first.toString());
        assertThat(first).isNotEmpty();
    }
}
