package org.kezheng.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final long SECONDS = 10;

    @Test
    void roundThatFailsIsFollowedByTheNext() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        Rounds failing = Rounds.whileServed("test").each(SHORT, () -> {
            rounds.countDown();
            throw new IllegalStateException("a fault");
        });
        failing.start();
        assertThat(rounds.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        failing.stop();
    }

    @Test
    void workIsRepeatedAtOnceWhileThereIsMore() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(3);
        CountDownLatch done = new CountDownLatch(4);
        Rounds once = Rounds.whileServed("test").each(Duration.ZERO, Duration.ofHours(1), () -> {});
        once.eachUntilDone(SHORT, () -> {
            done.countDown();
            return left.getAndDecrement() > 0;
        });
        once.start();
        assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        once.stop();
        assertThat(left.get()).isNegative();
    }

    @Test
    void beginningComesBeforeTheFirstRoundAndTheEndAfterTheLast() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Rounds rounds = Rounds.inPhase("test", 3)
                .beginningWith(() -> order.add("begin"))
                .each(Duration.ZERO, SHORT, () -> {
                    order.add("round");
                    begun.countDown();
                })
                .endingWith(() -> order.add("end"));
        rounds.start();
        assertThat(begun.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.isRunning()).isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        assertThat(rounds.getPhase()).isEqualTo(3);
        assertThat(order).startsWith("begin", "round").endsWith("end");
        assertThat(order.subList(1, order.size() - 1)).containsOnly("round");
    }

    @Test
    void roundThatDoesNotEndIsCutOffAndTheEndingComesAllTheSame() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cutOff = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Rounds endless = Rounds.whileServed("test")
                .each(Duration.ZERO, SHORT, () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException interrupted) {
                        cutOff.countDown();
                    }
                })
                .endingWith(ended::incrementAndGet);
        endless.start();
        assertThat(begun.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        endless.stop();
        assertThat(cutOff.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.get()).isOne();
    }
}
