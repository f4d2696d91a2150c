package org.kezheng.evidence.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.claims.Claim.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs of one probe, one after the other: one at work and at most one that waits.
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Words TOO_SLOW = new Words("探测超过时限，已中止", "The probe passed its time limit and was stopped");
    private static final Words STILL_BUSY = new Words("上一次探测尚未结束", "The run before has not ended yet");
    private static final Words BROKEN = new Words("探测未能执行", "The probe could not be carried out");
    private static final Words STOPPED = new Words("平台停止，探测中断", "The platform stopped meanwhile");

    private final Probe probe;
    private final Duration limit;
    private final Clock clock;
    private final Consumer<ProbeRun> onEnd;
    private @Nullable Asked atWork;
    private @Nullable Asked next;
    private @Nullable Thread lastAttempt;

    Lane(Probe probe, Duration limit, Clock clock, Consumer<ProbeRun> onEnd) {
        this.probe = probe;
        this.limit = limit;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    private record Asked(String id, ProbeRun.Trigger trigger, Instant at) {}

    /// Asks for a run that begins after this moment and gives its id. Who asks while one waits gets that one.
    synchronized String ask(ProbeRun.Trigger trigger) {
        Asked waiting = next;
        if (waiting == null) {
            waiting = new Asked(UUID.randomUUID().toString(), trigger, clock.instant());
            next = waiting;
            if (atWork == null) {
                atWork = waiting;
                next = null;
                Thread.ofVirtual().name("kezheng-probe-" + probe.id()).start(this::work);
            }
        }
        return waiting.id();
    }

    /// When the run of that id was asked for, if it has not ended.
    synchronized Optional<Instant> pending(String id) {
        if (atWork != null && atWork.id().equals(id)) {
            return Optional.of(atWork.at());
        }
        return next != null && next.id().equals(id) ? Optional.of(next.at()) : Optional.empty();
    }

    /// Whether one is at work.
    synchronized boolean isBusy() {
        return atWork != null;
    }

    private void work() {
        Asked asked = present();
        while (asked != null) {
            Instant startedAt = clock.instant();
            ProbeFinding finding = attempt();
            ProbeRun run =
                    new ProbeRun(asked.id(), probe.id(), startedAt, clock.instant(), asked.trigger(), finding, null);
            try {
                onEnd.accept(run);
            } catch (RuntimeException failure) {
                LOG.atError().setCause(failure).addKeyValue("probe", probe.id()).log("A probe's run was not taken");
            }
            asked = advance();
        }
    }

    private synchronized @Nullable Asked present() {
        return atWork;
    }

    private synchronized @Nullable Asked advance() {
        atWork = next;
        next = null;
        return atWork;
    }

    private ProbeFinding attempt() {
        if (lastAttempt != null && lastAttempt.isAlive()) {
            return ProbeFinding.failed(STILL_BUSY, "busy");
        }
        FutureTask<ProbeFinding> task = new FutureTask<>(probe::run);
        // Not a virtual thread: a probe that reckons for long, or hangs, must not hold up whatever shares its carrier.
        lastAttempt =
                Thread.ofPlatform().daemon().name("kezheng-try-" + probe.id()).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            return ProbeFinding.failed(TOO_SLOW, "> " + limit.toSeconds() + " s");
        } catch (ExecutionException failure) {
            LOG.atWarn()
                    .setCause(failure.getCause())
                    .addKeyValue("probe", probe.id())
                    .log("A probe could not be carried out");
            return ProbeFinding.failed(BROKEN, kindOf(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ProbeFinding.failed(STOPPED, "stopped");
        }
    }

    private static String kindOf(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
