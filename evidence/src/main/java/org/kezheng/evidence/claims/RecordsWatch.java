package org.kezheng.evidence.claims;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Sees whether the records can be reached. A database that hangs is as good as away, so a look has a limit. For one
/// thread.
final class RecordsWatch {
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final BooleanSupplier look;
    private @Nullable Thread lastLook;

    RecordsWatch(BooleanSupplier look) {
        this.look = look;
    }

    /// Takes the limit at most. While an earlier look hangs, the answer is no.
    boolean areReachable() {
        if (lastLook != null && lastLook.isAlive()) {
            return false;
        }
        FutureTask<Boolean> task = new FutureTask<>(look::getAsBoolean);
        lastLook = Thread.ofPlatform().daemon().name("kezheng-records").start(task);
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
