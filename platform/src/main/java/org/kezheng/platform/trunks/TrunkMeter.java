package org.kezheng.platform.trunks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kezheng.platform.callflow.TrunkPlan;
import org.kezheng.platform.callflow.TrunkUse;
import org.kezheng.platform.gate.TrunkRoom;

/// Keeps how the trunks are used, from what the call flow tells after each step: durably, so that the figures of a
/// day are the same after a restart. Any thread may ask.
public final class TrunkMeter implements TrunkRoom {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TrunkPlan plan;
    private final TrunkLog log;
    private final Clock clock;
    private final ZoneId zone;
    private final Deque<Begun> recent = new ArrayDeque<>();
    private final AtomicLong blocked = new AtomicLong();
    private volatile TrunkUse use;

    TrunkMeter(TrunkPlan plan, Clock clock, ZoneId zone, LogFactory logs) {
        this.plan = plan;
        this.clock = clock;
        this.zone = zone;
        this.use = new TrunkUse(
                false,
                plan.lines().stream().map(line -> new TrunkUse.Load(0, 0, 0, 0)).toList());
        this.log = logs.open(this::standing);
        recall();
        log.write(new TrunkRecord.Begin());
        standing().forEach(log::write);
    }

    /// Opens the log, which asks what holds when a day begins.
    @FunctionalInterface
    interface LogFactory {
        TrunkLog open(Supplier<List<TrunkRecord>> standing);
    }

    /// A call to the outside that a trunk of the plan, counted from 0, began.
    public record Begun(int trunk, Instant at) {}

    /// The site's trunks.
    public TrunkPlan plan() {
        return plan;
    }

    private List<TrunkRecord> standing() {
        return List.of(TrunkRecord.Plan.of(plan), use.isSeen() ? TrunkRecord.Use.of(use) : new TrunkRecord.Unseen());
    }

    /// What was begun within the minute before the start.
    private void recall() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Stream.of(today.minusDays(1), today)
                .flatMap(day -> log.of(day).stream())
                .filter(timed -> timed.at().plus(MINUTE).isAfter(now))
                .forEach(timed -> {
                    if (timed.record() instanceof TrunkRecord.Begun(var trunk)) {
                        recent.addLast(new Begun(trunk, timed.at()));
                    }
                });
    }

    /// What was begun within the last minute, oldest first.
    public synchronized List<Begun> begunOfLate() {
        Instant now = clock.instant();
        while (!recent.isEmpty() && !recent.getFirst().at().plus(MINUTE).isAfter(now)) {
            recent.removeFirst();
        }
        return List.copyOf(recent);
    }

    /// Takes in how the trunks are used now.
    public synchronized void used(TrunkUse now) {
        TrunkUse before = use;
        if (now.equals(before)) {
            return;
        }
        for (int trunk = 0; trunk < plan.lines().size(); trunk++) {
            count(before.loads().get(trunk), now.loads().get(trunk), trunk);
        }
        if (!now.isSeen()) {
            if (before.isSeen()) {
                log.write(new TrunkRecord.Unseen());
            }
        } else if (!before.isSeen() || !TrunkRecord.Use.of(now).equals(TrunkRecord.Use.of(before))) {
            log.write(TrunkRecord.Use.of(now));
        }
        use = now;
    }

    private void count(TrunkUse.Load before, TrunkUse.Load now, int trunk) {
        for (long begun = before.begun(); begun < now.begun(); begun++) {
            log.write(new TrunkRecord.Begun(trunk));
            recent.addLast(new Begun(trunk, clock.instant()));
        }
        for (long notTaken = before.notTaken(); notTaken < now.notTaken(); notTaken++) {
            log.write(new TrunkRecord.NotTaken(trunk));
        }
    }

    @Override
    public synchronized void blocked(String why) {
        blocked.incrementAndGet();
        log.write(new TrunkRecord.Blocked(why));
    }

    /// Calls refused for want of a trunk alone, since the start.
    long blocked() {
        return blocked.get();
    }

    @Override
    public String obstacle() {
        List<Begun> begun = begunOfLate();
        List<TrunkUse.Load> loads = use.loads();
        String obstacle = TrunkPlan.FULL;
        for (int at = 0; at < loads.size(); at++) {
            int trunk = at;
            TrunkPlan.Line line = plan.lines().get(trunk);
            TrunkUse.Load load = loads.get(trunk);
            long ofLate = begun.stream().filter(one -> one.trunk() == trunk).count();
            boolean isFull = load.in() + load.out() >= line.capacity();
            if (!isFull && ofLate < line.callsPerMinute()) {
                return "";
            }
            if (!isFull) {
                obstacle = TrunkPlan.RATE;
            }
        }
        return obstacle;
    }

    TrunkUse use() {
        return use;
    }

    /// Vouches that all goes on as before.
    synchronized void beat() {
        log.write(new TrunkRecord.Beat());
        log.force();
    }

    /// The figures of a day; of the present day, until now. Empty when nothing of that day was recorded.
    synchronized Optional<TrunkFigures> day(LocalDate day) {
        if (day.equals(LocalDate.ofInstant(clock.instant(), zone))) {
            log.write(new TrunkRecord.Beat());
        }
        List<TrunkRecord.Timed> records = new ArrayList<>(log.of(day));
        return records.isEmpty() ? Optional.empty() : Optional.of(TrunkDay.of(records, day, zone, clock.instant()));
    }

    synchronized void end() {
        log.write(new TrunkRecord.End());
        log.force();
        log.close();
    }
}
