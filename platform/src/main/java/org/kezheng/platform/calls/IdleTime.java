package org.kezheng.platform.calls;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How long somebody was idle, in words.
record IdleTime(long micros) {
    /// Such as 2分05秒.
    String zh() {
        Duration time = time();
        if (time.toHours() > 0) {
            return String.format(
                    Locale.ROOT, "%d小时%02d分%02d秒", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        }
        if (time.toMinutes() > 0) {
            return String.format(Locale.ROOT, "%d分%02d秒", time.toMinutes(), time.toSecondsPart());
        }
        return time.toSeconds() + "秒";
    }

    /// Such as 2 min 05 s.
    String en() {
        Duration time = time();
        if (time.toHours() > 0) {
            return String.format(
                    Locale.ROOT, "%d h %02d min %02d s", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        }
        if (time.toMinutes() > 0) {
            return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
        }
        return time.toSeconds() + " s";
    }

    boolean isSameSecondAs(IdleTime other) {
        return time().toSeconds() == other.time().toSeconds();
    }

    /// In seconds to the microsecond, where two times differ by less than a second.
    String exactZh() {
        return exact() + "秒";
    }

    String exactEn() {
        return exact() + " s";
    }

    private String exact() {
        return String.format(Locale.ROOT, "%d.%06d", time().toSeconds(), time().toNanosPart() / 1_000);
    }

    private Duration time() {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
