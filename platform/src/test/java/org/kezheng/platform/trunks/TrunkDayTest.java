package org.kezheng.platform.trunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.callflow.TrunkPlan;
import org.kezheng.platform.callflow.TrunkUse;

/// The trunks' record, and what a day of it comes to.
final class TrunkDayTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final TrunkPlan PLAN = new TrunkPlan(List.of(
            new TrunkPlan.Line("one", null, 2, 60, true), new TrunkPlan.Line("two", "127.0.0.1:5099", 1, 60, false)));

    @TempDir
    @Nullable
    Path directory;

    private final Time time = new Time(TEN);

    @Test
    void busyTimeIsCountedWhileAllLinesOfTheDirectionAreTaken() {
        TrunkMeter meter = meter();
        meter.used(use(1, 0, 0));
        after(10);
        meter.used(use(1, 1, 0));
        after(20);
        meter.used(use(1, 1, 1));
        after(5);
        meter.used(use(1, 0, 1));
        after(100);
        TrunkFigures figures = meter.day(DAY).orElseThrow();
        assertThat(figures.busy()).isEqualTo(new TrunkFigures.Busy(25_000, 5_000, true));
        assertThat(figures.trunks())
                .extracting(TrunkFigures.OfTrunk::code, TrunkFigures.OfTrunk::peak, TrunkFigures.OfTrunk::busyMillis)
                .containsExactly(tuple("one", 2, 25_000L), tuple("two", 1, 105_000L));
        assertThat(figures.trunks().getFirst().occupiedMillis()).isEqualTo(160_000);
    }

    @Test
    void figuresAreTheSameAfterAKillAndTheTimeThatNobodySawIsSaidToBeUnseen() throws Exception {
        TrunkMeter killed = meter();
        killed.used(use(2, 0, 1));
        after(30);
        killed.beat();
        after(4);
        Path file = path().resolve(DAY + ".log");
        Files.writeString(file, "179545", StandardOpenOption.APPEND);
        after(26);
        TrunkMeter again = meter();
        after(10);
        again.used(use(2, 0, 1));
        after(15);
        again.used(use(1, 0, 1));
        TrunkFigures figures = again.day(DAY).orElseThrow();
        assertThat(figures.busy()).isEqualTo(new TrunkFigures.Busy(45_000, 45_000, true));
        long sinceMidnight = 10 * 3_600_000L;
        assertThat(figures.unseenMillis()).isEqualTo(sinceMidnight + 30_000 + 10_000);
    }

    @Test
    void callsBegunWithinTheMinuteBeforeAStartAreKnownAfterIt() {
        TrunkMeter meter = meter();
        meter.used(use(0, 0, 0));
        meter.used(new TrunkUse(true, List.of(new TrunkUse.Load(0, 1, 1, 0), new TrunkUse.Load(0, 0, 0, 0))));
        after(59);
        assertThat(meter().begunOfLate()).containsExactly(new TrunkMeter.Begun(0, TEN));
        after(1);
        assertThat(meter().begunOfLate()).isEmpty();
    }

    @Test
    void dayBeginsWithWhatHeldAtItsMidnight() {
        TrunkMeter meter = meter();
        meter.used(use(0, 2, 1));
        after(14 * 3_600 + 60);
        meter.used(use(0, 0, 0));
        TrunkFigures next = meter.day(DAY.plusDays(1)).orElseThrow();
        assertThat(next.busy().outMillis()).isEqualTo(60_000);
        assertThat(next.unseenMillis()).isZero();
        TrunkFigures first = meter.day(DAY).orElseThrow();
        assertThat(first.busy().outMillis()).isEqualTo(14 * 3_600_000L);
        assertThat(first.trunks().getFirst().hours()).hasSize(14);
    }

    @Test
    void nothingIsBusyOrFreeWhileThePbxIsAway() {
        TrunkMeter meter = meter();
        meter.used(use(2, 0, 1));
        after(10);
        meter.used(new TrunkUse(false, use(2, 0, 1).loads()));
        after(50);
        meter.used(use(2, 0, 1));
        after(5);
        assertThat(meter.day(DAY).orElseThrow().busy().outMillis()).isEqualTo(15_000);
    }

    @Test
    void refusalsForWantOfATrunkAreCountedByTheirReason() {
        TrunkMeter meter = meter();
        meter.blocked(TrunkPlan.FULL);
        meter.blocked(TrunkPlan.RATE);
        meter.blocked(TrunkPlan.FULL);
        assertThat(meter.day(DAY).orElseThrow().blocked()).isEqualTo(Map.of("full", 2L, "rate", 1L));
    }

    @Test
    void aTrunkIsFreeUntilItsLinesAreTakenAndItsMinuteIsFull() {
        TrunkMeter meter = meter();
        assertThat(meter.obstacle()).isEmpty();
        meter.used(use(0, 2, 1));
        assertThat(meter.obstacle()).isEqualTo(TrunkPlan.FULL);
        List<TrunkUse.Load> sixty = List.of(new TrunkUse.Load(0, 0, 60, 0), new TrunkUse.Load(0, 1, 0, 0));
        meter.used(new TrunkUse(true, sixty));
        assertThat(meter.obstacle()).isEqualTo(TrunkPlan.RATE);
        after(60);
        assertThat(meter.obstacle()).isEmpty();
    }

    private static TrunkUse use(int inOne, int outOne, int outTwo) {
        return new TrunkUse(true, List.of(new TrunkUse.Load(inOne, outOne, 0, 0), new TrunkUse.Load(0, outTwo, 0, 0)));
    }

    private TrunkMeter meter() {
        return new TrunkMeter(PLAN, time, ZONE, standing -> new TrunkLog(path(), time, ZONE, standing));
    }

    private Path path() {
        return Objects.requireNonNull(directory).resolve("trunks");
    }

    private void after(long seconds) {
        time.now = time.now.plusSeconds(seconds);
    }

    private static final class Time extends Clock {
        private Instant now;

        Time(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
