package org.kezheng.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;

final class InboxTest {
    private static final long LONG_MILLIS = 20_000;

    private final Inbox<String> inbox = new Inbox<>(2);

    @Test
    void itemsComeOutAsTheyCameIn() throws InterruptedException {
        inbox.put("a");
        inbox.put("b");
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("a");
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("b");
        assertThat(inbox.take(0)).isNull();
    }

    @Test
    void aSenderWaitsAtTheBoundAndTheTakersOwnItemDoesNot() throws Exception {
        inbox.put("a");
        inbox.put("b");
        Thread[] sender = new Thread[1];
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            sender[0] = Thread.currentThread();
            inbox.put("c");
        });
        Await.until(
                "the sender waits",
                Duration.ofSeconds(20),
                () -> sender[0] != null && sender[0].getState() == Thread.State.WAITING);
        inbox.putAtOnce("own");
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("a");
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("b");
        sent.get(20, TimeUnit.SECONDS);
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("own");
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("c");
    }

    @Test
    void aClosedInboxGivesWhatItHasAndTakesNothing() throws InterruptedException {
        inbox.put("a");
        inbox.close();
        inbox.put("b");
        assertThat(inbox.isDone()).isFalse();
        assertThat(inbox.take(LONG_MILLIS)).isEqualTo("a");
        assertThat(inbox.take(LONG_MILLIS)).isNull();
        assertThat(inbox.isDone()).isTrue();
    }
}
