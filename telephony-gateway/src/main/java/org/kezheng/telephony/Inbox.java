package org.kezheng.telephony;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one queue in front of the event thread. Signals come at the PBX's pace and are bounded; the few other inputs are
/// bounded by what asks for them.
///
/// A sequence of signals is either whole or broken. When the bound is passed the sequence breaks: what was taken in
/// before stays, what comes is dropped, until [#hold] begins a new sequence and [#release] puts the picture before it.
final class Inbox {

    private enum State {
        OPEN,
        HOLDING,
        BROKEN
    }

    private final int maxSignals;
    private final Runnable onOverflow;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasReady = lock.newCondition();
    private final ArrayDeque<Input> ready = new ArrayDeque<>();
    private final ArrayDeque<Input> held = new ArrayDeque<>();
    private State state = State.BROKEN;
    private int readySignals;

    Inbox(int maxSignals, Runnable onOverflow) {
        this.maxSignals = maxSignals;
        this.onOverflow = onOverflow;
    }

    /// Takes in a signal, or drops it when the sequence is broken. Never blocks but for the lock.
    void offer(Signal signal) {
        boolean hasOverflown = false;
        lock.lock();
        try {
            switch (state) {
                case OPEN -> {
                    if (readySignals < maxSignals) {
                        readySignals++;
                        add(new Input.Signalled(signal));
                    } else {
                        hasOverflown = true;
                    }
                }
                case HOLDING -> {
                    if (held.size() < maxSignals) {
                        held.add(new Input.Signalled(signal));
                    } else {
                        hasOverflown = true;
                    }
                }
                case BROKEN -> {}
            }
            if (hasOverflown) {
                state = State.BROKEN;
                held.clear();
            }
        } finally {
            lock.unlock();
        }
        if (hasOverflown) {
            onOverflow.run();
        }
    }

    /// Takes in anything but a signal.
    void put(Input input) {
        lock.lock();
        try {
            add(input);
        } finally {
            lock.unlock();
        }
    }

    /// Breaks the sequence: signals are dropped from here on.
    void shut() {
        lock.lock();
        try {
            state = State.BROKEN;
            held.clear();
        } finally {
            lock.unlock();
        }
    }

    /// Begins a new sequence, kept back until [#release]. Refused while so much of the old one is unread that the new
    /// one would have no room: false then.
    boolean hold() {
        lock.lock();
        try {
            if (readySignals > maxSignals / 2) {
                return false;
            }
            held.clear();
            state = State.HOLDING;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Puts the picture in, and after it the signals that were kept back.
    ///
    /// @return false when the sequence broke meanwhile; nothing is put in then
    boolean release(Picture picture) {
        lock.lock();
        try {
            if (state != State.HOLDING) {
                return false;
            }
            add(new Input.Replaced(picture));
            readySignals += held.size();
            ready.addAll(held);
            held.clear();
            state = State.OPEN;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Whether signals are taken in and told.
    boolean isWhole() {
        lock.lock();
        try {
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    /// The next input, or null when none came in time.
    @Nullable
    Input take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (ready.isEmpty()) {
                if (left <= 0) {
                    return null;
                }
                left = hasReady.awaitNanos(left);
            }
            Input input = ready.remove();
            if (input instanceof Input.Signalled) {
                readySignals--;
            }
            return input;
        } finally {
            lock.unlock();
        }
    }

    private void add(Input input) {
        ready.add(input);
        hasReady.signal();
    }
}
