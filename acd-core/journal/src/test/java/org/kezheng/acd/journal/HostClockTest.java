package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.Command;

class HostClockTest {
    private static final long SECOND = 1_000_000;
    private static final long START = 1_800_000_000_000_000L;
    private final AtomicLong wall = new AtomicLong(START);
    private final AtomicLong passed = new AtomicLong();
    private final TimeSource source = new TimeSource() {
        @Override
        public long wallMicros() {
            return wall.get();
        }

        @Override
        public long monotonicNanos() {
            return passed.get() * 1_000;
        }
    };

    @Test
    void timeIsTakenOnceAndAdvancedByTheMonotonicClock() {
        HostClock clock = new HostClock(source, 0);
        pass(5 * SECOND);
        wall.addAndGet(SECOND / 2);
        assertThat(clock.jump()).isEmpty();
        assertThat(clock.now()).isEqualTo(START + 5 * SECOND);
    }

    @Test
    void aWallClockBehindTheJournalIsTold() {
        HostClock clock = new HostClock(source, START + 100 * SECOND);
        assertThat(clock.jumpAtOpen()).contains(new Command.ClockJumped(START + 100 * SECOND, START));
        assertThat(clock.jump()).isEmpty();
        assertThat(clock.now()).isEqualTo(START + 100 * SECOND);
        pass(SECOND);
        assertThat(clock.now()).isEqualTo(START + 101 * SECOND);
    }

    @Test
    void aWallClockAheadOfTheJournalIsOrdinaryAfterARest() {
        HostClock clock = new HostClock(source, START - 3_600 * SECOND);
        assertThat(clock.jumpAtOpen()).isEmpty();
        assertThat(clock.now()).isEqualTo(START);
    }

    @Test
    void aJumpForwardIsToldOnceAndFollowed() {
        HostClock clock = new HostClock(source, 0);
        pass(SECOND);
        wall.addAndGet(60 * SECOND);
        assertThat(clock.jump()).contains(new Command.ClockJumped(START + SECOND, START + 61 * SECOND));
        assertThat(clock.jump()).isEmpty();
        assertThat(clock.now()).isEqualTo(START + 61 * SECOND);
    }

    @Test
    void aJumpBackIsToldOnceAndTimeGoesOn() {
        HostClock clock = new HostClock(source, 0);
        pass(SECOND);
        wall.addAndGet(-60 * SECOND);
        assertThat(clock.jump()).contains(new Command.ClockJumped(START + SECOND, START - 59 * SECOND));
        assertThat(clock.jump()).isEmpty();
        pass(SECOND);
        assertThat(clock.now()).isEqualTo(START + 2 * SECOND);
        wall.addAndGet(60 * SECOND);
        assertThat(clock.jump()).isEmpty();
        wall.addAndGet(-60 * SECOND);
        assertThat(clock.jump()).isPresent();
    }

    private void pass(long micros) {
        wall.addAndGet(micros);
        passed.addAndGet(micros);
    }
}
