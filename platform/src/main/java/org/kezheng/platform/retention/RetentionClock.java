package org.kezheng.platform.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks for what is due, and reads the rules of recording, all the time. While the database or the ledger is away
/// nothing is destroyed.
final class RetentionClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionClock.class);
    private static final long LOOK_SECONDS = 20;
    private static final long RULES_SECONDS = 2;

    private final Clients clients;
    private final Retention retention;
    private final RecordingRules rules;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-retention").daemon().factory());
    private volatile boolean isRunning;

    RetentionClock(Clients clients, Retention retention, RecordingRules rules) {
        this.clients = clients;
        this.retention = retention;
        this.rules = rules;
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = timer.scheduleWithFixedDelay(this::readRules, 0, RULES_SECONDS, TimeUnit.SECONDS);
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

    private static void say(Client client, int count) {
        if (count > 0) {
            LOG.atInfo()
                    .addKeyValue("client", client.id().value())
                    .addKeyValue("count", count)
                    .log("Recordings that were due are destroyed");
        }
    }

    /// What was read last holds while the database is away.
    private void readRules() {
        try {
            rules.refresh();
        } catch (RuntimeException away) {
            LOG.atDebug().setCause(away).log("The rules of recording cannot be read now");
        }
    }

    private void look() {
        try {
            for (Client client : clients.all()) {
                int count = Retention.AT_ONCE;
                while (isRunning && count == Retention.AT_ONCE) {
                    count = retention.destroyDue(client.id());
                    say(client, count);
                }
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("Recordings that are due cannot be destroyed now");
        }
    }
}
