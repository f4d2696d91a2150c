package org.kezheng.platform.devicetest;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.phones.DeviceFinding;
import org.kezheng.telephony.DeviceTestSign;

/// One call by which a device is tried: signs come on the PBX's thread, who waits is another.
final class TestCall {
    /// Fewer packets are no audio: a phone sends 50 a second.
    static final long FEWEST_PACKETS = 10;

    /// How long after the PBX's word that a call failed its cause may still come.
    static final Duration CAUSE_WITHIN = Duration.ofMillis(500);

    private static final int BUSY = 17;
    private static final int NO_ANSWER = 19;
    private static final int DECLINED = 21;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean hasRung;
    private boolean isAnswered;
    private boolean hasFailed;
    private @Nullable DeviceFinding finding;

    void seen(DeviceTestSign sign) {
        lock.lock();
        try {
            switch (sign) {
                case DeviceTestSign.Rings rings -> hasRung = true;
                case DeviceTestSign.Answered answered -> isAnswered = true;
                case DeviceTestSign.Listened listened -> decide(heard(listened));
                case DeviceTestSign.Failed failed -> hasFailed = true;
                case DeviceTestSign.Ended ended -> decide(ended(ended.cause()));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for what is found.
    ///
    /// @param ring how long may pass until the device rings
    /// @param answer how long it may ring
    /// @param listen how long the PBX may take from there
    DeviceFinding await(Duration ring, Duration answer, Duration listen) throws InterruptedException {
        lock.lock();
        try {
            waitUntil(() -> hasRung || isAnswered || hasFailed, ring);
            waitForCause();
            if (!hasRung && !isAnswered) {
                decide(DeviceFinding.UNREACHABLE);
            }
            waitUntil(() -> isAnswered || hasFailed, answer);
            waitForCause();
            if (!isAnswered) {
                decide(DeviceFinding.NOT_ANSWERED);
            }
            waitUntil(() -> false, listen);
            decide(DeviceFinding.PBX_AWAY);
            return Objects.requireNonNull(finding, "decided");
        } finally {
            lock.unlock();
        }
    }

    private void waitForCause() throws InterruptedException {
        if (hasFailed) {
            waitUntil(() -> false, CAUSE_WITHIN);
        }
    }

    private void waitUntil(BooleanSupplier isReached, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (left > 0 && finding == null && !isReached.getAsBoolean()) {
            left = changed.awaitNanos(left);
        }
    }

    /// The first word counts.
    private void decide(DeviceFinding found) {
        if (finding == null) {
            finding = found;
        }
    }

    private static DeviceFinding heard(DeviceTestSign.Listened listened) {
        if (listened.received() < FEWEST_PACKETS) {
            return DeviceFinding.NO_AUDIO;
        }
        return listened.isNoise() ? DeviceFinding.PASSED : DeviceFinding.SILENT;
    }

    private DeviceFinding ended(int cause) {
        if (isAnswered) {
            return DeviceFinding.HUNG_UP;
        }
        return switch (cause) {
            case BUSY, DECLINED -> DeviceFinding.DECLINED;
            case NO_ANSWER -> DeviceFinding.NOT_ANSWERED;
            default -> hasRung ? DeviceFinding.NOT_ANSWERED : DeviceFinding.UNREACHABLE;
        };
    }
}
