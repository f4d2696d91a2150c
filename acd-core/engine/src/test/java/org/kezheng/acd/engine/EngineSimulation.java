package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Long lives made up from seeds. A failure names its seed; `-Dkezheng.seed=N` lives that life again.
class EngineSimulation {
    private static final int EVENTS = 80_000;

    @ParameterizedTest
    @CsvSource({"6, 3, 30, 60", "3, 1, 8, 40", "12, 6, 60, 400", "4, 2, 12, 16"})
    void everyLifeKeepsTheInvariantsAndIsLivedAgainTheSame(int agents, int queues, int contacts, int effects) {
        long seed = Long.getLong("kezheng.seed", System.nanoTime());
        Limits limits = new Limits(contacts, agents, queues, 6, effects, 200, 8, World.seconds(900));
        try {
            Life first = live(seed, limits, agents, queues);
            Life again = new Life(limits);
            first.commands.forEach(moment -> again.apply(moment, false));
            assertThat(again.engine.digest()).isEqualTo(first.engine.digest());
            assertThat(again.eventHash).isEqualTo(first.eventHash);
            assertThat(first.kinds.keySet()).as("every kind of event happened").hasSize(16);
        } catch (AssertionError e) {
            throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
        }
    }

    @Test
    void anotherSeedIsAnotherLife() {
        Limits limits = new Limits(10, 4, 2, 6, 40, 200, 8, World.seconds(900));
        long one = live(1, limits, 4, 2).engine.digest();
        assertThat(live(2, limits, 4, 2).engine.digest()).isNotEqualTo(one);
        assertThat(live(1, limits, 4, 2).engine.digest()).isEqualTo(one);
    }

    private static Life live(long seed, Limits limits, int agents, int queues) {
        Life life = new Life(limits);
        RandomLife random = new RandomLife(seed, life.engine, agents, queues);
        while (life.events < EVENTS) {
            Command command = random.next();
            life.apply(new Moment(command, random.now()), true);
        }
        return life;
    }

    private record Moment(Command command, long nowMicros) {}

    private static final class Life {
        final Engine engine;
        final Invariants invariants;
        final List<Moment> commands = new ArrayList<>();
        final Map<String, Integer> kinds = new HashMap<>();
        int events;
        long eventHash;

        Life(Limits limits) {
            engine = new Engine(limits);
            invariants = new Invariants(engine);
        }

        void apply(Moment moment, boolean isChecked) {
            List<Event> happened = new ArrayList<>();
            try {
                engine.apply(moment.command(), moment.nowMicros(), event -> {
                    happened.add(event);
                    invariants.enter(event);
                });
                if (isChecked) {
                    invariants.check();
                }
            } catch (AssertionError e) {
                String place = "command " + commands.size() + ", " + moment + " -> " + happened + ": ";
                throw new AssertionError(place + e.getMessage(), e);
            }
            for (Event event : happened) {
                eventHash = eventHash * 31 + event.toString().hashCode();
                kinds.merge(event.getClass().getSimpleName(), 1, Integer::sum);
            }
            events += happened.size();
            if (isChecked) {
                commands.add(moment);
            }
        }
    }
}
