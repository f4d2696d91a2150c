package org.kezheng.platform.gate;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks for decisions whose time is over, all the time. While the database or the ledger is away nothing is
/// deleted.
final class GateRetentionClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GateRetentionClock.class);
    private static final long LOOK_SECONDS = 60;

    private final Clients clients;
    private final GateRetention retention;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-gate-retention").daemon().factory());
    private volatile boolean isRunning;

    GateRetentionClock(Clients clients, GateRetention retention) {
        this.clients = clients;
        this.retention = retention;
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        timer.shutdown();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void look() {
        try {
            for (Client client : clients.all()) {
                int count = GateRetention.AT_ONCE;
                while (isRunning && count == GateRetention.AT_ONCE) {
                    count = retention.deleteDue(client.id());
                    say(client, count);
                }
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("Decisions of the gate that are due cannot be deleted now");
        }
    }

    private static void say(Client client, int count) {
        if (count > 0) {
            LOG.atInfo()
                    .addKeyValue("client", client.id().value())
                    .addKeyValue("count", count)
                    .log("Decisions of the gate that were due are deleted");
        }
    }
}
