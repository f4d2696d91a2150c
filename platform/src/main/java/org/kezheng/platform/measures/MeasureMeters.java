package org.kezheng.platform.measures;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.evidence.measures.Agreement;
import org.kezheng.evidence.measures.AgreementReport;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.evidence.measures.Quantity;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;

/// The figures for Prometheus: sums since the journal began, of the same fold that the desks show.
final class MeasureMeters {
    private final LiveDesks desks;
    private final Agreement agreement;

    MeasureMeters(LiveDesks desks, Agreement agreement) {
        this.desks = desks;
        this.agreement = agreement;
    }

    MeasureMeters registerAt(MeterRegistry meters, Directory directory, MeasureScope scope) {
        directory.definition().queues().stream()
                .filter(queue -> !scope.testQueues().contains(new QueueId(queue.id())))
                .forEach(queue -> register(meters, queue));
        Gauge.builder("kezheng.agreement.differences", agreement, MeasureMeters::differences)
                .strongReference(true)
                .register(meters);
        return this;
    }

    private void register(MeterRegistry meters, Definition.QueueEntry queue) {
        count(meters, queue, "kezheng.calls.offered", Quantity.OFFERED);
        count(meters, queue, "kezheng.calls.answered", Quantity.ANSWERED);
        count(meters, queue, "kezheng.calls.abandoned", Quantity.ABANDONED);
        count(meters, queue, "kezheng.calls.timed.out", Quantity.TIMED_OUT);
        count(meters, queue, "kezheng.calls.refused", Quantity.REFUSED);
        count(meters, queue, "kezheng.calls.lost", Quantity.LOST);
        count(meters, queue, "kezheng.calls.callback", Quantity.CALLBACK);
        count(meters, queue, "kezheng.calls.voicemail", Quantity.VOICEMAIL);
        count(meters, queue, "kezheng.calls.overflowed", Quantity.OVERFLOWED);
        time(meters, queue, "kezheng.call.wait", new Sum(Quantity.ANSWERED, Quantity.WAIT_MICROS));
        time(meters, queue, "kezheng.call.talk", new Sum(Quantity.TALKS, Quantity.TALK_MICROS));
        time(meters, queue, "kezheng.ring.delay", new Sum(Quantity.RANG, Quantity.RING_DELAY_MICROS));
        Gauge.builder("kezheng.contacts.waiting", this, self -> self.total(queue, Quantity.WAITING))
                .tag("queue", queue.code())
                .strongReference(true)
                .register(meters);
    }

    private record Sum(Quantity count, Quantity micros) {}

    private void count(MeterRegistry meters, Definition.QueueEntry queue, String name, Quantity quantity) {
        FunctionCounter.builder(name, this, self -> self.total(queue, quantity))
                .tag("queue", queue.code())
                .register(meters);
    }

    private void time(MeterRegistry meters, Definition.QueueEntry queue, String name, Sum sum) {
        FunctionTimer.builder(
                        name,
                        this,
                        self -> self.total(queue, sum.count()),
                        self -> self.total(queue, sum.micros()),
                        TimeUnit.MICROSECONDS)
                .tag("queue", queue.code())
                .register(meters);
    }

    private long total(Definition.QueueEntry queue, Quantity quantity) {
        return desks.ask(figures -> figures.total(queue.client(), queue.id(), quantity));
    }

    private static double differences(Agreement agreement) {
        AgreementReport report = agreement.report();
        return report.state() == AgreementReport.State.UNKNOWN ? Double.NaN : report.count();
    }
}
