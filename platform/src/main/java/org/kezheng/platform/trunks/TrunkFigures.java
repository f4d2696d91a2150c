package org.kezheng.platform.trunks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A day of the trunks in figures.
///
/// @param unseenMillis of the day so far, time that no record vouches for: the platform was down or without the
/// PBX
/// @param blocked calls refused for want of a trunk alone, by why
/// @param isSeen whether the last record vouched for the trunks
record TrunkFigures(List<OfTrunk> trunks, Busy busy, long unseenMillis, Map<String, Long> blocked, boolean isSeen) {
    TrunkFigures {
        trunks = List.copyOf(trunks);
    }

    /// How long all lines were taken.
    ///
    /// @param inMillis all lines by which callers come
    /// @param outMillis all lines of all trunks
    /// @param hasInbound whether callers come by any
    record Busy(long inMillis, long outMillis, boolean hasInbound) {}

    /// One trunk.
    ///
    /// @param peak most lines in use at once
    /// @param busyMillis how long all its lines were taken
    /// @param occupiedMillis lines in use times time
    /// @param hours by hour of the day, only those that were seen
    record OfTrunk(
            String code,
            int capacity,
            int peak,
            long busyMillis,
            long occupiedMillis,
            long begun,
            long notTaken,
            List<Hour> hours) {
        OfTrunk {
            hours = List.copyOf(hours);
        }
    }

    /// One hour of the day.
    ///
    /// @param hour hours since the day began
    record Hour(int hour, long seenMillis, long occupiedMillis) {
        /// Erlang: the mean number of lines in use.
        double carried() {
            return (double) occupiedMillis / seenMillis;
        }
    }

    /// The hour that carried most, of those that were seen for a quarter of an hour; else the one that was seen
    /// longest.
    static Optional<Hour> busiest(List<Hour> hours) {
        return hours.stream()
                .filter(hour -> hour.seenMillis() >= Tally.QUARTER_MILLIS)
                .max(Comparator.comparingDouble(Hour::carried))
                .or(() -> hours.stream().max(Comparator.comparingLong(Hour::seenMillis)));
    }

    /// One trunk's figures while they are counted.
    static final class Tally {
        private static final long QUARTER_MILLIS = 15 * 60_000L;
        /// A day of summer time's end has 25.
        private static final int HOURS = 25;

        private final long[] seen = new long[HOURS];
        private final long[] occupied = new long[HOURS];
        private String code = "";
        private int capacity;
        private int peak;
        private long busyMillis;
        long begun;
        long notTaken;

        void take(TrunkRecord.Trunk trunk) {
            if (!trunk.code().equals(code)) {
                peak = 0;
                busyMillis = 0;
                begun = 0;
                notTaken = 0;
                Arrays.fill(seen, 0);
                Arrays.fill(occupied, 0);
            }
            code = trunk.code();
            capacity = trunk.capacity();
        }

        void uses(int lines) {
            peak = Math.max(peak, lines);
        }

        void held(int lines, boolean isFull, long millis, int hour) {
            seen[hour] += millis;
            occupied[hour] += lines * millis;
            busyMillis += isFull ? millis : 0;
        }

        OfTrunk figures() {
            List<Hour> hours = new ArrayList<>();
            long all = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                all += occupied[hour];
                if (seen[hour] > 0) {
                    hours.add(new Hour(hour, seen[hour], occupied[hour]));
                }
            }
            return new OfTrunk(code, capacity, peak, busyMillis, all, begun, notTaken, hours);
        }
    }
}
