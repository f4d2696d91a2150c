package org.kezheng.platform.trunks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.TrunkUse;

/// A day of the trunks as the interface tells it.
///
/// @param observed whether anything of the day was recorded
record TrunkView(LocalDate day, boolean observed, List<Trunk> trunks, All all) {
    TrunkView {
        trunks = List.copyOf(trunks);
    }

    /// One trunk.
    ///
    /// @param capacity null: the definition says none
    /// @param now null: the day is over, or the trunk is not in the definition any more
    record Trunk(
            String code,
            boolean inbound,
            @Nullable Integer capacity,
            @Nullable Integer callsPerMinute,
            @Nullable Now now,
            int peak,
            double busySeconds,
            double occupiedSeconds,
            long begun,
            long notTaken,
            @Nullable Estimate estimate,
            @Nullable Carrier carrier) {}

    /// @param seen whether the PBX can be vouched for now
    record Now(boolean seen, int in, int out, long begunThisMinute) {}

    /// Erlang B of the busiest hour.
    ///
    /// @param from when that hour began
    /// @param offered null: the lines were full all the time
    record Estimate(
            Instant from,
            double carried,
            @Nullable Double offered,
            @Nullable Double loss) {}

    /// What the carrier says of the day.
    record Carrier(long attempts, long lost, String importId, Instant importedAt) {}

    /// All trunks together.
    ///
    /// @param busyInSeconds null: callers come by no trunk of the definition
    record All(
            @Nullable Double busyInSeconds,
            double busyOutSeconds,
            long blockedFull,
            long blockedRate,
            double unseenSeconds) {}

    static @Nullable Estimate estimate(TrunkFigures.OfTrunk figures, Instant dayBegin) {
        Optional<TrunkFigures.Hour> busiest = TrunkFigures.busiest(figures.hours());
        if (busiest.isEmpty() || figures.capacity() >= TrunkPlans.NO_LIMIT) {
            return null;
        }
        TrunkFigures.Hour hour = busiest.get();
        double carried = Math.min(hour.carried(), figures.capacity());
        OptionalDouble offered = ErlangB.offered(carried, figures.capacity());
        return new Estimate(
                dayBegin.plusSeconds(hour.hour() * 3_600L),
                carried,
                offered.isPresent() ? offered.getAsDouble() : null,
                offered.isPresent() ? ErlangB.loss(offered.getAsDouble(), figures.capacity()) : null);
    }

    static @Nullable Integer limit(int limit) {
        return limit >= TrunkPlans.NO_LIMIT ? null : limit;
    }

    static Now now(TrunkMeter meter, int trunk) {
        TrunkUse use = meter.use();
        TrunkUse.Load load = use.loads().get(trunk);
        long begun =
                meter.begunOfLate().stream().filter(one -> one.trunk() == trunk).count();
        return new Now(use.isSeen(), load.in(), load.out(), begun);
    }

    static double seconds(long millis) {
        return millis / 1_000.0;
    }
}
