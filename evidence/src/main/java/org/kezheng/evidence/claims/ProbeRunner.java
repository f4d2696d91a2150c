package org.kezheng.evidence.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the probes of the live claims: each at its claim's interval, when asked, and when something happened. Each
/// result is kept in the chain and given to the board; what cannot be kept proves nothing.
public final class ProbeRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeRunner.class);
    private static final long WATCH_SECONDS = 5;
    private static final long FIRST_RUN_SECONDS = 3;
    private static final long STAGGER_SECONDS = 2;

    private final ClaimBoard board;
    private final ProbeRuns runs;
    private final Map<String, Lane> lanes = new TreeMap<>();
    private final RecordsWatch records;
    /// One that gives the probes their time, and one that may wait for the records.
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("kezheng-probes-", 0).daemon().factory());
    private boolean wereReachable = true;

    /// @param probes those that the live claims name, no more and no fewer
    public ProbeRunner(ClaimBoard board, ProbeRuns runs, List<Probe> probes, Clock clock) {
        this.board = board;
        this.runs = runs;
        this.records = new RecordsWatch(runs::isReachable);
        Map<String, Probe> byId = new TreeMap<>();
        probes.forEach(probe -> byId.put(probe.id(), probe));
        for (Claim claim : board.claims().live()) {
            String id = claim.provenBy().orElseThrow();
            Probe probe = byId.remove(id);
            if (probe == null) {
                throw new IllegalArgumentException("There is no probe " + id + " for the claim " + claim.id());
            }
            lanes.put(id, new Lane(probe, claim.timeLimit(), clock, this::ended));
        }
        if (!byId.isEmpty()) {
            throw new IllegalArgumentException("No claim names the probes " + byId.keySet());
        }
    }

    /// Begins to run on schedule.
    public void start() {
        long delay = FIRST_RUN_SECONDS;
        for (Claim claim : board.claims().live()) {
            String probe = claim.provenBy().orElseThrow();
            var _ = timer.scheduleAtFixedRate(
                    () -> runOnSchedule(probe), delay, claim.interval().toSeconds(), TimeUnit.SECONDS);
            delay += STAGGER_SECONDS;
        }
        var _ = timer.scheduleWithFixedDelay(this::watch, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    /// Asks for a run that begins from now on; empty when there is no such probe, else the run's id. Who asks while
    /// one waits to begin gets that one.
    public Optional<String> ask(String probe, ProbeRun.Trigger trigger) {
        return Optional.ofNullable(lanes.get(probe)).map(lane -> lane.ask(trigger));
    }

    /// When the run was asked for, if it has not ended.
    public Optional<Instant> pending(String probe, String run) {
        return Optional.ofNullable(lanes.get(probe)).flatMap(lane -> lane.pending(run));
    }

    /// The probe's last run, if it is that one; it is known here even when it could not be kept.
    public Optional<ProbeRun> lastRun(String probe, String run) {
        return board.lastRun(probe).filter(last -> last.id().equals(run));
    }

    /// Whether there is such a probe.
    public boolean has(String probe) {
        return lanes.containsKey(probe);
    }

    private void runOnSchedule(String probe) {
        Lane lane = lanes.get(probe);
        if (lane != null && !lane.isBusy()) {
            lane.ask(ProbeRun.Trigger.SCHEDULE);
        }
    }

    private void ended(ProbeRun run) {
        ProbeRun result = run;
        try {
            result = runs.keep(run);
        } catch (RuntimeException notKept) {
            LOG.atWarn()
                    .addKeyValue("probe", run.probe())
                    .addKeyValue("cause", notKept.getClass().getName())
                    .log("A probe's run could not be kept");
        }
        board.accept(result);
    }

    /// Sees whether the records are away, and tries everything anew when they are back.
    private void watch() {
        try {
            boolean isReachable = records.areReachable();
            board.recordsReachable(isReachable);
            if (isReachable && !wereReachable) {
                lanes.values().forEach(lane -> lane.ask(ProbeRun.Trigger.EVENT));
            }
            wereReachable = isReachable;
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("The claim board could not be brought up to date");
        }
    }

    /// Runs nothing more; a run at work is left to end.
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
