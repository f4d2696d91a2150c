package org.kezheng.platform.outside;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.OutsideMoment;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/// What became of legs to the outside, and of customers who were handed to one. Moments come on a thread that
/// waits for nothing, and are carried into their table in their order soon after. A bounded number of them waits for
/// a database that is away; the oldest are given up, and their lines are unseen by the next comparison.
public final class OutsideLines implements OutsideLinesOfCalls {
    static final int CAPACITY = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(OutsideLines.class);

    private final OutsideLineTable table;
    private final Supplier<List<ClientId>> clients;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<OutsideMoment> waiting = new ArrayDeque<>();
    /// One moment was taken out, and is not in the table yet.
    private boolean isUnderWay;

    private boolean isGivingUp;

    private boolean isStoring = true;

    /// @param capacity how many moments wait at most
    OutsideLines(OutsideLineTable table, Supplier<List<ClientId>> clients, int capacity) {
        this.table = table;
        this.clients = clients;
        this.capacity = capacity;
    }

    /// Takes in a moment.
    public void take(OutsideMoment moment) {
        lock.lock();
        try {
            if (waiting.size() >= capacity) {
                waiting.removeFirst();
                tellGivenUp();
            }
            waiting.addLast(moment);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<OutsideLine> of(long contact) {
        return table.find(contact);
    }

    @Override
    public boolean isSettled() {
        lock.lock();
        try {
            return waiting.isEmpty() && !isUnderWay;
        } finally {
            lock.unlock();
        }
    }

    /// Carries what is new into the table. What cannot be written now stays.
    void store() {
        try {
            for (OutsideMoment moment = takeOne(); moment != null; moment = takeOne()) {
                storeOrPutBack(moment);
            }
            isStoring = true;
        } catch (RuntimeException failure) {
            if (isStoring) {
                LOG.warn("What becomes of legs to the outside cannot be stored now", failure);
            }
            isStoring = false;
        }
    }

    /// A line belongs to one client, and nobody here knows to which.
    private void store(OutsideMoment moment) {
        for (ClientId client : clients.get()) {
            try {
                ClientScope.run(client, () -> table.write(moment));
            } catch (DataIntegrityViolationException gone) {
                LOG.atWarn()
                        .addKeyValue("moment", moment.getClass().getSimpleName())
                        .log("The gate's decision about a leg is gone; what became of it is not kept");
            }
        }
    }

    private void storeOrPutBack(OutsideMoment moment) {
        boolean isStored = false;
        try {
            store(moment);
            isStored = true;
        } finally {
            lock.lock();
            try {
                isUnderWay = false;
                if (isStored) {
                    isGivingUp = false;
                } else {
                    putBack(moment);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// It is the oldest of all.
    private void putBack(OutsideMoment moment) {
        if (waiting.size() < capacity) {
            waiting.addFirst(moment);
        } else {
            tellGivenUp();
        }
    }

    private void tellGivenUp() {
        if (!isGivingUp) {
            LOG.warn("More is told of legs to the outside than can wait for the database; the oldest is given up");
        }
        isGivingUp = true;
    }

    private @Nullable OutsideMoment takeOne() {
        lock.lock();
        try {
            isUnderWay = !waiting.isEmpty();
            return waiting.pollFirst();
        } finally {
            lock.unlock();
        }
    }
}
