package org.kezheng.testkit.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Looks again and again until what it sees holds, or fails with the sentence of what was awaited and the last thing
/// seen. A look that throws counts as "not yet": a platform that is being restarted refuses connections.
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    /// Waits until `look` gives a value that `holds`, and gives that value.
    ///
    /// @param what   what is awaited, as a claim: "the second caller rings at agent1"
    /// @param within after which the wait fails with an [AssertionError]
    public static <T> T until(String what, Duration within, Callable<T> look, Predicate<? super T> holds) {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            Sight<T> sight = seen(look);
            Optional<T> value = sight.value();
            if (value.isPresent() && holds.test(value.get())) {
                return value.get();
            }
            if (System.nanoTime() > deadline) {
                throw failure(what, within, sight);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Waits until the claim is true.
    public static void until(String what, Duration within, Callable<Boolean> claim) {
        until(what, within, claim, Boolean::booleanValue);
    }

    /// Watches for the whole time and fails as soon as the claim is false: for what must not happen. The time is part
    /// of the claim ("rings nobody for two seconds"), not a guess at how long something takes.
    public static void throughout(String what, Duration span, Callable<Boolean> claim) {
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            Sight<Boolean> sight = seen(claim);
            if (!sight.value().orElse(false)) {
                throw failure(what, span, sight);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static <T> Sight<T> seen(Callable<T> look) {
        try {
            return new Sight<>(Optional.ofNullable(look.call()), Optional.empty());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", interrupted);
        } catch (Exception | AssertionError notYet) {
            return new Sight<>(Optional.empty(), Optional.of(notYet));
        }
    }

    private static AssertionError failure(String what, Duration within, Sight<?> sight) {
        String last = sight.failure()
                .map(Throwable::toString)
                .orElseGet(() -> sight.value().map(Object::toString).orElse("nothing"));
        AssertionError error =
                new AssertionError("within " + within.toMillis() + " ms: " + what + "; last seen: " + last);
        sight.failure().ifPresent(error::addSuppressed);
        return error;
    }

    private record Sight<T>(Optional<T> value, Optional<Throwable> failure) {}
}
