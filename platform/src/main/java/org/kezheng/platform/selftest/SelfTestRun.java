package org.kezheng.platform.selftest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.platform.directory.SelfTest;
import org.kezheng.platform.recordings.Recording;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.platform.recordings.SoundPart;
import org.kezheng.platform.selftest.SelfTestResult.Step;
import org.kezheng.platform.selftest.SelfTestResult.StepCode;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// One self-test call, from the agent's sign-in to its sign-out. Used once, by one thread.
final class SelfTestRun {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /// All steps up to the call's end together: a chain that crawls at each step is found in time all the same.
    private static final Duration WHOLE_WAY = Duration.ofSeconds(14);
    private static final Duration TALK = Duration.ofMillis(1_500);
    private static final Duration SKIPPED = Duration.ofMillis(300);
    private static final Duration HEARD = Duration.ofMillis(800);
    private static final long LOOK_MILLIS = 200;

    private final SelfTestCalls calls;
    private final TestLine line;
    private final Recordings recordings;
    private final Clock clock;
    private final String callId = "kz-probe-" + UUID.randomUUID();
    private final List<Step> steps = new ArrayList<>();
    private final long deadline = System.nanoTime() + WHOLE_WAY.toNanos();

    SelfTestRun(SelfTestCalls calls, TestLine line, Recordings recordings, Clock clock) {
        this.calls = calls;
        this.line = line;
        this.recordings = recordings;
        this.clock = clock;
    }

    SelfTestResult notAlone() {
        note(StepCode.ALONE, false);
        return new SelfTestResult(0, steps);
    }

    SelfTestResult with(CallWatch watch) throws InterruptedException {
        note(StepCode.ALONE, true);
        boolean isTalkOver = false;
        try {
            isTalkOver = talk(watch);
        } finally {
            boolean isClean = clean(watch);
            if (isTalkOver) {
                listen(watch.contact());
            }
            note(StepCode.CLEANED, isClean);
        }
        return new SelfTestResult(watch.contact(), steps);
    }

    private boolean talk(CallWatch watch) throws InterruptedException {
        return note(StepCode.AGENT_READY, isAgentReady())
                && note(StepCode.CALL_ORDERED, isOrdered())
                && isReached(watch, StepCode.QUEUED)
                && isReached(watch, StepCode.OFFERED)
                && isReached(watch, StepCode.RANG)
                && isReached(watch, StepCode.ANSWERED)
                && isEndedAfterTalk(watch);
    }

    private boolean isAgentReady() throws InterruptedException {
        return calls.isTaken(new Command.SignIn(SelfTest.AGENT))
                && calls.isTaken(new Command.MakeReady(SelfTest.AGENT));
    }

    private boolean isOrdered() throws InterruptedException {
        return line.call(callId, SelfTest.NUMBER, PATIENCE);
    }

    private boolean isEndedAfterTalk(CallWatch watch) throws InterruptedException {
        // Both tones sound meanwhile; a talk that ends by itself has not held.
        boolean isCut = watch.await(StepCode.ENDED, TALK) != null;
        return isCut ? note(StepCode.ENDED, false) : hangUp() && isReached(watch, StepCode.ENDED);
    }

    private boolean hangUp() throws InterruptedException {
        return line.hangUp(callId) || note(StepCode.ENDED, false);
    }

    /// Ends the call if it is still there, and signs the agent out, which ends a wrap-up as well.
    private boolean clean(CallWatch watch) throws InterruptedException {
        boolean isOver = watch.await(StepCode.ENDED, Duration.ZERO) != null;
        if (!isOver) {
            var _ = line.hangUp(callId);
            isOver = watch.contact() == 0 || watch.await(StepCode.ENDED, PATIENCE) != null;
        }
        return calls.isTaken(new Command.SignOut(SelfTest.AGENT)) && isOver;
    }

    private void listen(long contact) throws InterruptedException {
        Recording recording = recordingOf(contact);
        if (!note(StepCode.RECORDED, recording != null) || recording == null) {
            return;
        }
        SoundPart part = soundOf(recording);
        boolean isCustomer = part != null && Tone.isAlone(part.customer(), Tone.CUSTOMER, Tone.AGENT);
        boolean isAgent = part != null && Tone.isAlone(part.agent(), Tone.AGENT, Tone.CUSTOMER);
        note(StepCode.CUSTOMER_TONE, isCustomer);
        note(StepCode.AGENT_TONE, isAgent);
    }

    private @Nullable Recording recordingOf(long contact) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try {
                Optional<Recording> stored = recordings.of(calls.client(), contact);
                if (stored.isPresent()) {
                    return stored.get();
                }
            } catch (DataAccessException | TransactionException away) {
                return null;
            }
            pause();
        }
        return null;
    }

    private @Nullable SoundPart soundOf(Recording recording) {
        try {
            return recordings.sound(recording, SKIPPED, HEARD);
        } catch (IOException | DamagedCiphertextException unreadable) {
            return null;
        }
    }

    private boolean isReached(CallWatch watch, StepCode step) throws InterruptedException {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        Instant at = watch.await(step, left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
        steps.add(new Step(step, at != null, at));
        return at != null;
    }

    private boolean note(StepCode code, boolean holds) {
        steps.add(new Step(code, holds, holds ? clock.instant() : null));
        return holds;
    }

    private static void pause() throws InterruptedException {
        boolean isOver = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        assert !isOver;
    }
}
