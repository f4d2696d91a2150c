package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class InboxTest {

    private static final int BOUND = 4;
    private static final Picture PICTURE =
            new Picture(new Picture.Run("epoch", "22"), List.of(), List.of(), Picture.Ids.NONE, Instant.EPOCH);

    private final AtomicInteger overflows = new AtomicInteger();
    private final Inbox inbox = new Inbox(BOUND, overflows::incrementAndGet);

    @Test
    void beforeTheFirstPictureNothingIsTakenIn() throws InterruptedException {
        offer(1);
        assertThat(read()).isEmpty();
        assertThat(inbox.release(PICTURE)).isFalse();
    }

    @Test
    void signalsKeptBackComeAfterThePicture() throws InterruptedException {
        assertThat(inbox.hold()).isTrue();
        offer(1, 2);
        assertThat(read()).isEmpty();
        assertThat(inbox.release(PICTURE)).isTrue();
        offer(3);
        assertThat(read()).containsExactly("picture", "1", "2", "3");
    }

    @Test
    void atTheBoundTheSequenceBreaksAndWhatCameBeforeStays() throws InterruptedException {
        inbox.hold();
        inbox.release(PICTURE);
        offer(1, 2, 3, 4);
        assertThat(overflows).hasValue(0);
        offer(5, 6);
        assertThat(overflows).hasValue(1);
        assertThat(inbox.hold()).as("no room for a new sequence yet").isFalse();
        assertThat(read()).containsExactly("picture", "1", "2", "3", "4");
        assertThat(inbox.hold()).isTrue();
    }

    @Test
    void anOverflowWhileThePictureIsReadMakesThePictureWorthless() throws InterruptedException {
        inbox.hold();
        offer(1, 2, 3, 4, 5);
        assertThat(overflows).hasValue(1);
        assertThat(inbox.release(PICTURE)).isFalse();
        assertThat(inbox.hold()).isTrue();
        offer(6);
        assertThat(inbox.release(PICTURE)).isTrue();
        assertThat(read()).containsExactly("picture", "6");
    }

    @Test
    void otherInputsPassTheBoundAndKeepTheirPlace() throws InterruptedException {
        inbox.hold();
        inbox.release(PICTURE);
        offer(1, 2, 3, 4);
        inbox.put(new Input.Lost(Instant.EPOCH));
        inbox.shut();
        offer(5);
        assertThat(read()).containsExactly("picture", "1", "2", "3", "4", "lost");
        assertThat(overflows).hasValue(0);
    }

    private void offer(int... ids) {
        for (int id : ids) {
            inbox.offer(new Signal.ChannelGone(String.valueOf(id), 16, Instant.EPOCH));
        }
    }

    private List<String> read() throws InterruptedException {
        List<String> read = new ArrayList<>();
        for (Input input = inbox.take(Duration.ZERO); input != null; input = inbox.take(Duration.ZERO)) {
            read.add(
                    switch (input) {
                        case Input.Signalled(var signal) -> ((Signal.ChannelGone) signal).channelId();
                        case Input.Replaced replaced -> "picture";
                        case Input.Lost lost -> "lost";
                        case Input.Compared other -> other.toString();
                        case Input.Late other -> other.toString();
                        case Input.Answered other -> other.toString();
                    });
        }
        return read;
    }
}
