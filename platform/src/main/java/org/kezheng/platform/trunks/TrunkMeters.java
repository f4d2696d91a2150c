package org.kezheng.platform.trunks;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.kezheng.platform.callflow.TrunkPlan;

/// The trunks for Prometheus.
final class TrunkMeters {
    private final TrunkMeter meter;

    TrunkMeters(TrunkMeter meter) {
        this.meter = meter;
    }

    TrunkMeters registerAt(MeterRegistry meters) {
        for (int at = 0; at < meter.plan().lines().size(); at++) {
            int trunk = at;
            TrunkPlan.Line line = meter.plan().lines().get(trunk);
            Gauge.builder("kezheng.trunk.lines.used", this, self -> self.lines(trunk))
                    .tag("trunk", line.code())
                    .strongReference(true)
                    .register(meters);
            Gauge.builder("kezheng.trunk.lines.capacity", line, TrunkPlan.Line::capacity)
                    .tag("trunk", line.code())
                    .strongReference(true)
                    .register(meters);
        }
        FunctionCounter.builder("kezheng.trunks.blocked", meter, TrunkMeter::blocked)
                .register(meters);
        return this;
    }

    private double lines(int trunk) {
        var load = meter.use().loads().get(trunk);
        return load.in() + load.out();
    }
}
