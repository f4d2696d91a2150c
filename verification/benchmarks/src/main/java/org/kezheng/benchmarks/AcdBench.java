package org.kezheng.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.reference.ReferenceEngine;

/// Measures the engine on one size and mode. Each round has an engine of its own, which is set up unmeasured.
public final class AcdBench {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /// The naive engine looks at everything each time; above this it takes hours.
    private static final int NAIVE_MOST = 1_000;

    private final AcdSize size;
    private final AcdMode mode;
    private final long seed;
    private final int rounds;
    private final Command[] setUp;
    private final long[] setUpAt;
    private final Command[] commands;
    private final long[] instants;

    /// Records a day of so many commands.
    public AcdBench(AcdSize size, AcdMode mode, long seed, int commands, int rounds) {
        this.size = size;
        this.mode = mode;
        this.seed = seed;
        this.rounds = rounds;
        Recorder.Day day = new Recorder(size, mode, seed).record(seed, commands);
        setUp = day.setUp().commands();
        setUpAt = day.setUp().instants();
        this.commands = day.measured().commands();
        instants = day.measured().instants();
    }

    /// Runs all rounds, and the naive engine where it can finish.
    public AcdFigures run() {
        long begun = System.nanoTime();
        double[] nanos = new double[rounds];
        double[] misses = new double[rounds];
        double bytes = Double.MAX_VALUE;
        CacheMiss cacheMiss = new CacheMiss();
        Listener listener = new Listener();
        for (int round = 0; round < rounds; round++) {
            misses[round] = cacheMiss.nanos();
            listener = new Listener();
            Engine engine = setUp(listener);
            Cost cost = replay(engine, listener);
            nanos[round] = (double) cost.nanos() / commands.length;
            bytes = Math.min(bytes, (double) cost.bytes() / commands.length);
        }
        double ns = median(nanos);
        String hash = listener.decisions().text();
        long offers = listener.decisions().offers();
        Latency latency = latency();
        Optional<Naive> naive = naive();
        return new AcdFigures(
                size,
                mode,
                seed,
                commands.length,
                (System.nanoTime() - begun) / 1_000_000,
                ns,
                naive.map(Naive::nanos),
                offers * 1e9 / (ns * commands.length),
                latency.at(0.5),
                latency.at(0.99),
                latency.at(0.9999),
                latency.maxWork,
                bytes,
                median(misses),
                hash,
                naive.map(Naive::hash));
    }

    private record Cost(long nanos, long bytes) {}

    /// What the engine costs, without the making of the commands.
    private Cost replay(Engine engine, Listener listener) {
        FreshCommands fresh = new FreshCommands();
        long nanos = 0;
        long bytes = 0;
        for (int from = 0; from < commands.length; from += FreshCommands.CHUNK) {
            Command[] chunk = fresh.of(commands, from);
            int count = Math.min(FreshCommands.CHUNK, commands.length - from);
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            long before = System.nanoTime();
            for (int i = 0; i < count; i++) {
                engine.apply(chunk[i], instants[from + i], listener);
            }
            nanos += System.nanoTime() - before;
            bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        }
        return new Cost(nanos, bytes);
    }

    /// The listener hears of what is measured, and not of the setting up.
    private Engine setUp(Listener listener) {
        Engine engine = new Engine(size.limits());
        Listener nobody = new Listener();
        for (int i = 0; i < setUp.length; i++) {
            engine.apply(setUp[i], setUpAt[i], nobody);
        }
        if (listener.decisions().offers() != 0) {
            throw new IllegalStateException("A listener is for one round");
        }
        return engine;
    }

    /// Sorted times of single commands, each with the cost of asking for the time.
    private static final class Latency {
        private final long[] nanos;
        private final int maxWork;

        Latency(long[] sorted, int maxWork) {
            this.nanos = sorted;
            this.maxWork = maxWork;
        }

        long at(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))];
        }
    }

    private Latency latency() {
        Listener listener = new Listener();
        Engine engine = setUp(listener);
        long[] nanos = new long[commands.length];
        int maxWork = 0;
        FreshCommands fresh = new FreshCommands();
        for (int from = 0; from < commands.length; from += FreshCommands.CHUNK) {
            Command[] chunk = fresh.of(commands, from);
            int count = Math.min(FreshCommands.CHUNK, commands.length - from);
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                engine.apply(chunk[i], instants[from + i], listener);
                nanos[from + i] = System.nanoTime() - before;
                maxWork = Math.max(maxWork, engine.lastWork());
            }
        }
        Arrays.sort(nanos);
        return new Latency(nanos, maxWork);
    }

    private record Naive(double nanos, String hash) {}

    private Optional<Naive> naive() {
        if (size.agents() + size.waiting() > NAIVE_MOST) {
            return Optional.empty();
        }
        ReferenceEngine engine = new ReferenceEngine(size.limits());
        for (int i = 0; i < setUp.length; i++) {
            engine.apply(setUp[i], setUpAt[i]);
        }
        DecisionHash decisions = new DecisionHash();
        long before = System.nanoTime();
        for (int i = 0; i < commands.length; i++) {
            hear(engine.apply(commands[i], instants[i]), decisions);
        }
        double nanos = (double) (System.nanoTime() - before) / commands.length;
        return Optional.of(new Naive(nanos, decisions.text()));
    }

    private static void hear(List<Event> events, DecisionHash decisions) {
        for (Event event : events) {
            if (event instanceof Event.OfferMade(var offer, var contact, var agent, var rule, var ring)) {
                decisions.add(offer.value(), contact.value(), agent.value(), rule.ordinal(), ring);
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
