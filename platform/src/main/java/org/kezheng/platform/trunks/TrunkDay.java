package org.kezheng.platform.trunks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A day of the trunks, folded from its records: pure, so that the same records give the same figures whenever
/// they are read. Time of which no record vouches is unseen, and counts as nothing else.
final class TrunkDay {
    private final Instant begin;
    private final Instant end;
    private final ZoneId zone;
    private final List<TrunkFigures.Tally> tallies = new ArrayList<>();
    private final Map<String, Long> blocked = new TreeMap<>();

    private List<TrunkRecord.Trunk> plan = List.of();
    private List<TrunkRecord.Lines> use = List.of();
    private boolean isSeen;
    private Instant cursor;
    private long unseenMillis;
    private long busyInMillis;
    private long busyOutMillis;

    private TrunkDay(Instant begin, Instant end, ZoneId zone) {
        this.begin = begin;
        this.end = end;
        this.zone = zone;
        this.cursor = begin;
    }

    /// The figures of a day, as far as it is over.
    static TrunkFigures of(List<TrunkRecord.Timed> records, LocalDate day, ZoneId zone, Instant now) {
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant end = now.isBefore(midnight) ? now : midnight;
        TrunkDay fold = new TrunkDay(day.atStartOfDay(zone).toInstant(), end, zone);
        records.forEach(fold::take);
        return fold.figures();
    }

    private void take(TrunkRecord.Timed timed) {
        if (timed.record() instanceof TrunkRecord.Begin) {
            isSeen = false;
        }
        pass(timed.at());
        switch (timed.record()) {
            case TrunkRecord.Plan(var trunks) -> planned(trunks);
            case TrunkRecord.Use(var lines) -> used(lines);
            case TrunkRecord.Begin begun -> isSeen = false;
            case TrunkRecord.Unseen unseen -> isSeen = false;
            case TrunkRecord.End ended -> isSeen = false;
            case TrunkRecord.Begun(var trunk) -> tally(trunk).begun++;
            case TrunkRecord.NotTaken(var trunk) -> tally(trunk).notTaken++;
            case TrunkRecord.Blocked(var why) -> blocked.merge(why, 1L, Long::sum);
            case TrunkRecord.Beat beat -> {}
        }
    }

    /// The definition has changed where a trunk has another code or place; its figures go on where both are the
    /// same.
    private void planned(List<TrunkRecord.Trunk> trunks) {
        plan = trunks;
        use = List.of();
        isSeen = false;
        for (int at = 0; at < trunks.size(); at++) {
            tally(at).take(trunks.get(at));
        }
        while (tallies.size() > trunks.size()) {
            tallies.removeLast();
        }
    }

    private void used(List<TrunkRecord.Lines> lines) {
        isSeen = lines.size() == plan.size() && !plan.isEmpty();
        use = lines;
        if (isSeen) {
            for (int at = 0; at < lines.size(); at++) {
                tally(at).uses(lines.get(at).all());
            }
        }
    }

    private TrunkFigures.Tally tally(int trunk) {
        while (tallies.size() <= trunk) {
            tallies.add(new TrunkFigures.Tally());
        }
        return tallies.get(trunk);
    }

    /// What held since the cursor held until then.
    private void pass(Instant until) {
        Instant to = until.isAfter(end) ? end : until;
        while (cursor.isBefore(to)) {
            Instant hourEnd = hourEnd(cursor);
            Instant step = hourEnd.isBefore(to) ? hourEnd : to;
            held(Duration.between(cursor, step).toMillis(), (int)
                    Duration.between(begin, cursor).toHours());
            cursor = step;
        }
    }

    private Instant hourEnd(Instant at) {
        return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    }

    private void held(long millis, int hour) {
        if (!isSeen) {
            unseenMillis += millis;
            return;
        }
        boolean isOutBusy = true;
        boolean isInBusy = true;
        boolean hasInbound = false;
        for (int at = 0; at < plan.size(); at++) {
            TrunkRecord.Trunk trunk = plan.get(at);
            int lines = use.get(at).all();
            boolean isFull = lines >= trunk.capacity();
            tally(at).held(lines, isFull, millis, hour);
            isOutBusy &= isFull;
            if (trunk.isInbound()) {
                hasInbound = true;
                isInBusy &= isFull;
            }
        }
        busyOutMillis += isOutBusy ? millis : 0;
        busyInMillis += isInBusy && hasInbound ? millis : 0;
    }

    private TrunkFigures figures() {
        boolean wasSeen = isSeen;
        isSeen = false;
        pass(end);
        return new TrunkFigures(
                tallies.stream().map(TrunkFigures.Tally::figures).toList(),
                new TrunkFigures.Busy(
                        busyInMillis, busyOutMillis, plan.stream().anyMatch(TrunkRecord.Trunk::isInbound)),
                unseenMillis,
                Map.copyOf(blocked),
                wasSeen);
    }
}
