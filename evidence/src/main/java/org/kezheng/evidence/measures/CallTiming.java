package org.kezheng.evidence.measures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// When the steps of a call were taken, as far as that is known; microseconds.
public record CallTiming(long contact, Map<CallStep, Instant> steps) {
    public CallTiming {
        Map<CallStep, Instant> exact = new EnumMap<>(CallStep.class);
        steps.forEach((step, at) -> exact.put(step, at.truncatedTo(ChronoUnit.MICROS)));
        steps = Map.copyOf(exact);
    }

    /// One step of the waterfall.
    ///
    /// @param micros since the step before it in time; 0 for the first
    public record Step(String step, Instant at, long micros) {}

    /// The steps in the order of time.
    public List<Step> waterfall() {
        List<Map.Entry<CallStep, Instant>> ordered = steps.entrySet().stream()
                .sorted(Map.Entry.<CallStep, Instant>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
        List<Step> waterfall = new ArrayList<>();
        Instant before = null;
        for (Map.Entry<CallStep, Instant> step : ordered) {
            Instant at = step.getValue();
            waterfall.add(
                    new Step(step.getKey().code(), at, before == null ? 0 : ChronoUnit.MICROS.between(before, at)));
            before = at;
        }
        return waterfall;
    }
}
