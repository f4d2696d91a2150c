package org.kezheng.platform.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A bounded queue for many senders and one taker. A sender waits while it is full; the taker may leave it waiting
/// for a while, until the time it names.
final class Inbox<T> implements AutoCloseable {
    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasItems = lock.newCondition();
    private final Condition hasRoom = lock.newCondition();
    private boolean isClosed;

    Inbox(int capacity) {
        this.capacity = capacity;
    }

    /// Adds an item; after the close it is dropped.
    void put(T item) {
        lock.lock();
        try {
            while (items.size() >= capacity && !isClosed) {
                hasRoom.awaitUninterruptibly();
            }
            if (!isClosed) {
                items.add(item);
                hasItems.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Adds an item even when it is full: for what the taker itself has set off, which is bounded elsewhere and
    /// must not wait for the taker.
    void putAtOnce(T item) {
        lock.lock();
        try {
            if (!isClosed) {
                items.add(item);
                hasItems.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The next item; `null` when none came in time, or when it is closed and empty.
    @Nullable
    T take(long patienceMillis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
            while (items.isEmpty() && !isClosed && nanos > 0) {
                nanos = hasItems.awaitNanos(nanos);
            }
            T item = items.poll();
            hasRoom.signal();
            return item;
        } finally {
            lock.unlock();
        }
    }

    boolean isDone() {
        lock.lock();
        try {
            return isClosed && items.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            hasItems.signalAll();
            hasRoom.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
