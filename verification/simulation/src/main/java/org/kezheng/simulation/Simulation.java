package org.kezheng.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.EngineView;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.PendingEffect;
import org.kezheng.acd.engine.checks.Invariant;
import org.kezheng.acd.engine.checks.InvariantBroken;
import org.kezheng.acd.engine.checks.Invariants;

/// Lives one life after the other until enough has happened. In each, an engine and its twin get the same commands; the
/// engine dies now and then and comes back from what it saved, the twin never does; and both say the same, always.
public final class Simulation {
    private static final int EVENTS_PER_LIFE = 25_000;
    private static final int COMMANDS_BETWEEN_CRASHES = 400;

    private final long seed;
    private final Tally tally = new Tally();
    private final Faults faults = new Faults();
    private final Map<Invariant, Long> checks = new EnumMap<>(Invariant.class);
    private final Map<ContactOutcome, Integer> outcomes = new EnumMap<>(ContactOutcome.class);
    private final Map<String, Long> kinds = new TreeMap<>();
    private Consumer<Step> observer = step -> {};
    private Consumer<Engine> fault = engine -> {};
    private boolean hostsCrash = true;
    private long events;
    private long commands;
    private int lives;

    public Simulation(long seed) {
        this.seed = seed;
    }

    /// One command, and what came of it.
    ///
    /// @param life counts lives from 1; a life begins with an engine in which nothing is
    /// @param limits of this life's engine
    public record Step(int life, Limits limits, Command command, long nowMicros, List<Event> events) {}

    /// Is told each step behind its checks.
    public Simulation observedBy(Consumer<Step> toTell) {
        observer = toTell;
        return this;
    }

    /// Plants a fault into the engine and its twin behind each command, before the checks: for tests of the checks.
    Simulation with(Consumer<Engine> planted) {
        fault = planted;
        return this;
    }

    /// No host crashes. An engine that comes back has its order made anew, which mends what its twin still has wrong:
    /// the two would differ before the check is asked that a planted fault of the order is for.
    Simulation withoutCrashes() {
        hostsCrash = false;
        return this;
    }

    /// Lives until so many events have happened.
    ///
    /// @throws InvariantBroken when an invariant does not hold; its message names seed, life and command
    public Simulation run(long untilEvents) {
        SplittableRandom seeds = new SplittableRandom(seed);
        while (events < untilEvents) {
            lives++;
            live(new SplittableRandom(seeds.nextLong()), Math.min(EVENTS_PER_LIFE, untilEvents - events));
        }
        return this;
    }

    private void live(SplittableRandom random, long untilEvents) {
        Life life = new Life(random);
        long first = events;
        long number = 0;
        try {
            while (events - first < untilEvents) {
                number++;
                commands++;
                events += life.step();
            }
        } catch (InvariantBroken e) {
            throw new InvariantBroken(
                    e.invariant(),
                    e.getMessage() + " (seed " + seed + ", life " + lives + ", command " + number + ": " + life.command
                            + ")");
        }
        life.invariants.counts().forEach((invariant, count) -> checks.merge(invariant, count, Long::sum));
        life.invariants.ended().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
    }

    public long seed() {
        return seed;
    }

    public long events() {
        return events;
    }

    public long commands() {
        return commands;
    }

    public int lives() {
        return lives;
    }

    /// How often each command was given.
    public Map<String, Long> commandCounts() {
        return new TreeMap<>(tally.commands());
    }

    /// How often each command met each state, by what came of it.
    public Map<String, Map<String, Long>> pairCounts() {
        return tally.pairs();
    }

    /// How often each kind of event happened.
    public Map<String, Long> eventCounts() {
        return new TreeMap<>(kinds);
    }

    public Map<String, Long> faultCounts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Fault fault : Fault.values()) {
            counts.put(fault.name(), faults.counts().getOrDefault(fault, 0L));
        }
        return counts;
    }

    /// How often each invariant was checked.
    public Map<Invariant, Long> checkCounts() {
        return new EnumMap<>(checks);
    }

    /// The commands, pairs of state and command, faults and checks of invariants that occurred less often.
    public List<String> triedLessThan(long times) {
        Map<String, Long> counts = new TreeMap<>();
        commandCounts().forEach((command, count) -> counts.put("command " + command, count));
        pairCounts()
                .forEach((pair, outcomes) -> counts.put(
                        "pair " + pair,
                        outcomes.values().stream().mapToLong(Long::longValue).sum()));
        faultCounts().forEach((kind, count) -> counts.put("fault " + kind, count));
        checkCounts().forEach((invariant, count) -> counts.put("check " + invariant, count));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() < times)
                .map(Map.Entry::getKey)
                .toList();
    }

    public Map<ContactOutcome, Integer> outcomeCounts() {
        return new EnumMap<>(outcomes);
    }

    /// The table of states and commands that the documentation shows.
    public String table() {
        return tally.table();
    }

    private final class Life {
        final SplittableRandom random;
        final Limits limits;
        final RandomLife says;
        final Engine twin;
        Engine engine;
        Invariants invariants;
        EngineView view;
        Command command = new Command.Tick();

        Life(SplittableRandom random) {
            this.random = random;
            WorldSize size = WorldSize.random(random);
            limits = size.limits();
            says = new RandomLife(random, size, faults);
            engine = new Engine(limits);
            twin = new Engine(limits);
            invariants = new Invariants(engine);
            view = engine.view();
        }

        /// Returns how many events there were.
        int step() {
            List<PendingEffect> pending = engine.pendingEffects();
            command = says.next(view, pending, engine.nextDeadlineMicros());
            List<Event> happened = new ArrayList<>();
            engine.apply(command, says.now(), event -> {
                happened.add(event);
                invariants.enter(event);
                kinds.merge(event.getClass().getSimpleName(), 1L, Long::sum);
            });
            fault.accept(engine);
            EngineView before = view;
            view = invariants.check(command);
            tally.count(command, before, pending, happened);
            compareWithTwin(command, happened);
            observer.accept(new Step(lives, limits, command, says.now(), happened));
            if (random.nextInt(COMMANDS_BETWEEN_CRASHES) == 0 && hostsCrash) {
                crash();
            }
            return happened.size();
        }

        private void compareWithTwin(Command command, List<Event> happened) {
            List<Event> again = new ArrayList<>();
            twin.apply(command, says.now(), again::add);
            fault.accept(twin);
            require(again.equals(happened), "the same command gives the same events");
            require(engine.nextDeadlineMicros() == twin.nextDeadlineMicros(), "both wait for the same instant");
        }

        private void crash() {
            faults.count(Fault.HOST_CRASHES);
            engine = SavedState.copy(engine);
            require(engine.digest() == twin.digest(), "what was saved is what was");
            invariants = invariants.of(engine);
        }

        private void require(boolean holds, String what) {
            checks.merge(Invariant.DETERMINISM, 1L, Long::sum);
            if (!holds) {
                throw new InvariantBroken(Invariant.DETERMINISM, what);
            }
        }
    }
}
