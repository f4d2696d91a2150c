package org.kezheng.platform.whatif;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalReader;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.platform.directory.RefusedConfiguration;

/// A day as it went, as the model has it under the rules of that day, and as it has it under others. The
/// difference that counts is the one between the two models; how far the first is from what went says how good the
/// model is.
public final class WhatIfDay {
    private final RecordedDay recorded;
    private final DayFigures asItWas;
    private final DayFigures otherwise;

    private WhatIfDay(RecordedDay recorded, DayFigures asItWas, DayFigures otherwise) {
        this.recorded = recorded;
        this.asItWas = asItWas;
        this.otherwise = otherwise;
    }

    /// Models a day twice.
    ///
    /// @param date empty: the last one that has a call
    /// @param counts the queues whose calls count, by id
    /// @return empty when that day has no call that was answered, or there is none
    /// @throws RefusedConfiguration when the engine refuses the configuration
    public static Optional<WhatIfDay> of(
            Path journal, ZoneId zone, Optional<LocalDate> date, IntPredicate counts, Configuration configuration) {
        Extent extent = Extent.of(journal, counts);
        Optional<LocalDate> asked = date.or(() -> extent.lastCallMicros().stream()
                .mapToObj(at -> Day.dateAt(at, zone))
                .findFirst());
        return asked.map(given -> Day.of(given, zone, extent.lastMicros()))
                .map(given -> DayReading.of(JournalReader.open(journal).from(1), given, counts))
                .filter(recorded -> recorded.figures().answered() > 0)
                .map(recorded -> new WhatIfDay(
                        recorded,
                        ModelledDay.of(recorded, recorded.configuration().orElse(configuration), counts),
                        ModelledDay.of(recorded, configuration, counts)));
    }

    /// How far a journal reaches.
    private record Extent(OptionalLong lastCallMicros, long lastMicros) {
        static Extent of(Path journal, IntPredicate counts) {
            OptionalLong lastCall = OptionalLong.empty();
            long last = 0;
            for (JournalRecord made : JournalReader.open(journal).from(1)) {
                last = made.nowMicros();
                if (made.events().stream()
                        .anyMatch(event -> event instanceof Event.ContactQueued queued
                                && counts.test(queued.queue().value()))) {
                    lastCall = OptionalLong.of(last);
                }
            }
            return new Extent(lastCall, last);
        }
    }

    /// The day's date.
    public LocalDate date() {
        return recorded.day().date();
    }

    /// As a table, in both languages.
    public void print(PrintStream out) {
        DayFigures real = recorded.figures();
        out.println("%s：实际情况、按当日规则推演、按所给配置推演、两次推演之差".formatted(date()));
        out.println(
                "%s: as it went, modelled under the day's rules, modelled under the file's, and the difference of the models"
                        .formatted(date()));
        out.println();
        out.println(String.format(Locale.ROOT, "%-34s %10s %10s %10s %10s", "", "real", "own", "file", "diff"));
        counts(out, "呼入 offered", real.offered(), asItWas.offered(), otherwise.offered());
        counts(out, "接通 answered", real.answered(), asItWas.answered(), otherwise.answered());
        counts(out, "放弃 abandoned", real.abandoned(), asItWas.abandoned(), otherwise.abandoned());
        counts(out, "其他 otherwise", real.otherwise(), asItWas.otherwise(), otherwise.otherwise());
        shares(out, "服务水平 service level, %", real.serviceLevel(), asItWas.serviceLevel(), otherwise.serviceLevel());
        shares(out, "平均等待 average wait, s", real.averageWait(), asItWas.averageWait(), otherwise.averageWait());
        shares(out, "最长等待 longest wait, s", real.longestWait(), asItWas.longestWait(), otherwise.longestWait());
        shares(out, "占用率 occupancy, %", real.occupancy(), asItWas.occupancy(), otherwise.occupancy());
        out.println();
        out.println("推演假设：来电、放弃时刻与坐席在岗时段照旧；振铃、通话、话后时长照旧，缺者取当日中位数；无人漏接或拒接，无保持、转接与回拨。");
        out.println(
                "The models assume: calls, hang-ups and agents' hours as they were; ringing, talks and wrap-ups as long as they were,"
                        + " medians where none is on record; nobody misses or declines; no holds, transfers or callbacks.");
    }

    private static void counts(PrintStream out, String name, int real, int own, int file) {
        out.println(padded(name) + String.format(Locale.ROOT, " %10d %10d %10d %+10d", real, own, file, file - own));
    }

    private static void shares(PrintStream out, String name, double real, double own, double file) {
        out.println(padded(name)
                + String.format(Locale.ROOT, " %10.1f %10.1f %10.1f %+10.1f", real, own, file, file - own));
    }

    /// Chinese characters take two columns.
    private static String padded(String name) {
        int width = name.chars().map(character -> character > 0x2E80 ? 2 : 1).sum();
        return name + " ".repeat(Math.max(0, 34 - width));
    }
}
