package org.kezheng.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the connection: connects, reads the whole picture, asks for signs of life, compares now and then, and begins
/// anew when any of it fails. Runs on a thread of its own, since all of it waits for the PBX.
final class Link {

    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final Duration MAX_RECHECK = Duration.ofSeconds(1);
    private static final Duration DRAIN_PAUSE = Duration.ofMillis(20);

    private final GatewaySettings settings;
    private final Inbox inbox;
    private final Orders orders;
    private final Moments moments;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isClosed;
    private boolean isPictureWanted;
    private boolean isRecheckWanted;
    private boolean isLost;
    private boolean wasReachable = true;

    private volatile Set<String> numbers = Set.of();

    Link(GatewaySettings settings, Inbox inbox, Orders orders, Moments moments) {
        this.settings = settings;
        this.inbox = inbox;
        this.orders = orders;
        this.moments = moments;
    }

    /// The told sequence can no longer be vouched for. From any thread; does nothing but note it.
    void wantPicture() {
        note(() -> isPictureWanted = true);
    }

    /// One comparison found a difference: compare again soon.
    void wantRecheck() {
        note(() -> isRecheckWanted = true);
    }

    void close() {
        note(() -> isClosed = true);
    }

    /// Connects and serves until closed.
    void run() {
        try {
            while (!isClosed()) {
                connectOnce();
                pause(settings.times().reconnectEvery());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectOnce() throws InterruptedException {
        note(() -> isLost = false);
        try (ManagerSession session =
                ManagerSession.open(settings, inbox::offer, moments, () -> note(() -> isLost = true))) {
            // Before the picture: whoever is told of the connection may give orders at once.
            orders.sendTo(session);
            tellNumbers(session);
            boolean isTold = readPicture(session);
            if (isTold) {
                log.info("Connected to the PBX");
                wasReachable = true;
                serve(session);
            }
            orders.sendTo(null);
            inbox.shut();
            if (isTold && !isClosed()) {
                log.warn("The connection to the PBX is lost");
                inbox.put(new Input.Lost(Instant.now()));
            }
        } catch (IOException e) {
            if (wasReachable) {
                log.warn("The PBX cannot be reached: {}", e.getMessage());
            }
            wasReachable = false;
        }
    }

    /// A PBX that does not take them answers all calls, which is no reason to be without it.
    private void tellNumbers(ManagerSession session) {
        try {
            session.takeCallsFor(numbers);
        } catch (IOException e) {
            log.warn("The PBX was not told which numbers it takes calls for: {}", e.getMessage());
        }
    }

    /// The numbers for which the PBX takes calls; at first all.
    void takeCallsFor(Set<String> taken) {
        numbers = Set.copyOf(taken);
    }

    private void serve(ManagerSession session) throws InterruptedException {
        LinkTimes times = settings.times();
        long nextPing = System.nanoTime() + times.pingEvery().toNanos();
        long nextComparison = System.nanoTime() + times.reconcileEvery().toNanos();
        boolean isGood = true;
        while (isGood && !session.isLost() && !isClosed()) {
            await(Math.min(nextPing, nextComparison) - System.nanoTime());
            if (takePictureWanted()) {
                isGood = readPicture(session);
            } else if (System.nanoTime() >= nextPing) {
                isGood = ping(session);
                nextPing = System.nanoTime() + times.pingEvery().toNanos();
            } else if (System.nanoTime() >= nextComparison) {
                isGood = compare(session);
                nextComparison = System.nanoTime() + times.reconcileEvery().toNanos();
            }
            if (takeRecheckWanted()) {
                long soon = Math.min(times.reconcileEvery().toNanos(), MAX_RECHECK.toNanos());
                nextComparison = Math.min(nextComparison, System.nanoTime() + soon);
            }
        }
    }

    /// A late answer means that the library's own queue may have overflown, and it drops events without a word.
    private boolean ping(ManagerSession session) throws InterruptedException {
        LinkTimes times = settings.times();
        if (session.isAnswering(times.pingLateAfter())) {
            return true;
        }
        if (session.isLost()) {
            return false;
        }
        log.warn("The PBX answers late");
        inbox.put(new Input.Late(times.pingLateAfter(), Instant.now()));
        return session.isAnswering(times.answerWithin()) && readPicture(session);
    }

    private boolean compare(ManagerSession session) {
        try {
            inbox.put(new Input.Compared(session.picture()));
            return true;
        } catch (IOException e) {
            log.warn("The PBX's channels could not be read: {}", e.getMessage());
            return false;
        }
    }

    private boolean readPicture(ManagerSession session) throws InterruptedException {
        while (!session.isLost() && !isClosed()) {
            if (!inbox.hold()) {
                pause(DRAIN_PAUSE);
                continue;
            }
            // Asked for by what came before this sequence; an overflow in it asks again.
            takePictureWanted();
            try {
                if (inbox.release(session.picture())) {
                    return true;
                }
            } catch (IOException e) {
                log.warn("The PBX's channels could not be read: {}", e.getMessage());
                return false;
            }
        }
        return false;
    }

    private void note(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return isClosed;
        } finally {
            lock.unlock();
        }
    }

    private boolean takePictureWanted() {
        lock.lock();
        try {
            boolean wanted = isPictureWanted;
            isPictureWanted = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private boolean takeRecheckWanted() {
        lock.lock();
        try {
            boolean wanted = isRecheckWanted;
            isRecheckWanted = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void await(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !isClosed && !isLost && !isPictureWanted && !isRecheckWanted) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (left > 0 && !isClosed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
