package org.kezheng.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Frames wait for a desk in their order and within a bound; a change is told once, however often it happened.
final class WaitingFramesTest {
    private static final LiveFrame CHANGED = new LiveFrame.Changed(LiveTopic.APPOINTMENTS);

    private final WaitingFrames frames = new WaitingFrames();

    @Test
    void manyChangesOfATopicAreToldOnceBehindWhatCameBefore() throws InterruptedException {
        LiveFrame beat = new LiveFrame.Heartbeat(Instant.EPOCH);
        LiveFrame other = new LiveFrame.Changed(LiveTopic.SKILL_MOVES);
        assertThat(frames.add(beat)).isTrue();
        for (int change = 0; change < WaitingFrames.MAX + 1; change++) {
            assertThat(frames.add(new LiveFrame.Changed(LiveTopic.APPOINTMENTS)))
                    .isTrue();
        }
        assertThat(frames.add(other)).isTrue();
        assertThat(frames.add(beat)).isTrue();
        assertThat(frames.take()).isEqualTo(beat);
        assertThat(frames.take()).isEqualTo(CHANGED);
        assertThat(frames.take()).isEqualTo(other);
        assertThat(frames.take()).isEqualTo(beat);
    }

    @Test
    void aChangeAfterTheDeskWasToldIsToldAgain() throws InterruptedException {
        frames.add(CHANGED);
        assertThat(frames.take()).isEqualTo(CHANGED);
        frames.add(CHANGED);
        assertThat(frames.take()).isEqualTo(CHANGED);
    }

    @Test
    void aDeskThatIsTooSlowGetsNoMore() {
        LiveFrame beat = new LiveFrame.Heartbeat(Instant.EPOCH);
        for (int frame = 0; frame < WaitingFrames.MAX; frame++) {
            assertThat(frames.add(beat)).isTrue();
        }
        assertThat(frames.add(beat)).isFalse();
    }
}
