package org.kezheng.platform.trunks;

import java.util.List;
import java.util.Objects;
import org.kezheng.platform.callflow.TrunkPlan;
import org.kezheng.platform.directory.Definition;

/// The plan of a site's definition.
final class TrunkPlans {
    /// More than any carrier gives: a trunk of which the definition does not say what it may carry.
    static final int NO_LIMIT = 1_000_000;

    /// Where the PBX's own trunk leads, for a site that names none.
    private static final TrunkPlan.Line OWN_TRUNK = new TrunkPlan.Line("trunk", null, NO_LIMIT, NO_LIMIT, true);

    private TrunkPlans() {}

    static TrunkPlan of(Definition definition) {
        Definition.Outbound outbound = definition.outbound();
        List<TrunkPlan.Line> lines = outbound == null
                ? List.of()
                : Objects.requireNonNull(outbound.trunks()).stream()
                        .map(trunk -> new TrunkPlan.Line(
                                trunk.code(),
                                trunk.address(),
                                limit(trunk.capacity()),
                                limit(trunk.callsPerMinute()),
                                trunk.inbound()))
                        .toList();
        return new TrunkPlan(lines.isEmpty() ? List.of(OWN_TRUNK) : lines);
    }

    private static int limit(int written) {
        return written == 0 ? NO_LIMIT : written;
    }
}
