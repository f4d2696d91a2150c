package org.kezheng.simulation;

import java.util.EnumMap;
import java.util.Map;

/// How often each fault happened.
final class Faults {
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

    void count(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    Map<Fault, Long> counts() {
        return counts;
    }
}
