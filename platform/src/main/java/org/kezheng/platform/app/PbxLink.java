package org.kezheng.platform.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kezheng.platform.claims.PbxPresence;
import org.kezheng.telephony.PbxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the PBX is connected.
final class PbxLink implements PbxPresence {
    private static final Logger LOG = LoggerFactory.getLogger(PbxLink.class);

    private final CountDownLatch first = new CountDownLatch(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean isUp;
    private volatile String version = "";

    /// Takes an event in; true when the PBX is connected by it.
    boolean observe(PbxEvent event) {
        if (event instanceof PbxEvent.Connected connected) {
            version = connected.version();
            isUp = true;
            first.countDown();
            listeners.forEach(Runnable::run);
            LOG.atInfo()
                    .addKeyValue("version", connected.version())
                    .addKeyValue("callers", connected.callers().size())
                    .addKeyValue("legs", connected.legs().size())
                    .log("The PBX is connected");
            return true;
        }
        if (event instanceof PbxEvent.Disconnected) {
            isUp = false;
            listeners.forEach(Runnable::run);
            LOG.atWarn().log("The PBX is not connected");
        }
        return false;
    }

    @Override
    public Optional<String> version() {
        return isUp ? Optional.of(version) : Optional.empty();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean isUp() {
        return isUp;
    }

    /// Waits for the first connection, at most so long.
    void awaitFirst(Duration patience) throws InterruptedException {
        if (!first.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.atWarn().log("The PBX has not been connected yet; the platform serves without it meanwhile");
        }
    }
}
