package org.kezheng.platform.packs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.measures.Figures;
import org.kezheng.evidence.measures.HistoricFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.evidence.measures.Quantity;
import org.kezheng.evidence.measures.QueueFigures;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.tenancy.ClientId;

/// The figures of the day of a call, worked out from the tables at one journal position.
final class DayFigures {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final HistoricFigures historic;
    private final MeasureScope scope;
    private final Directory directory;
    private final Clock clock;

    DayFigures(HistoricFigures historic, MeasureScope scope, Directory directory, Clock clock) {
        this.historic = historic;
        this.scope = scope;
        this.directory = directory;
        this.clock = clock;
    }

    /// A day.
    ///
    /// @param position the last journal record that the figures know of
    record Day(LocalDate day, String timeZone, Instant asOf, long position, List<QueueDay> queues) {}

    /// One queue's day, as `docs/measures.md` defines the figures.
    record QueueDay(
            String queue,
            long offered,
            long answered,
            long abandoned,
            long timedOut,
            long refused,
            long lost,
            long waiting,
            double waitSeconds,
            double talkSeconds,
            @Nullable Double serviceLevel) {
        static QueueDay of(String code, QueueFigures figures) {
            OptionalDouble serviceLevel = figures.serviceLevel();
            return new QueueDay(
                    code,
                    figures.of(Quantity.OFFERED),
                    figures.of(Quantity.ANSWERED),
                    figures.of(Quantity.ABANDONED),
                    figures.of(Quantity.TIMED_OUT),
                    figures.of(Quantity.REFUSED),
                    figures.of(Quantity.LOST),
                    figures.of(Quantity.WAITING),
                    figures.waitSeconds(),
                    figures.talkSeconds(),
                    serviceLevel.isPresent() ? serviceLevel.getAsDouble() : null);
        }
    }

    /// The day of the call, for the client in scope.
    Day of(Call call) {
        LocalDate day = scope.dayOf(call.offeredAt());
        Instant now = clock.instant();
        Figures figures = read(day, now);
        List<QueueDay> queues = directory.queuesOf(new ClientId(call.client())).stream()
                .filter(queue -> !directory.isTest(new QueueId(queue.id())))
                .map(queue -> queueDay(queue, figures.queue(day, call.client(), queue.id())))
                .toList();
        return new Day(day, scope.zone().getId(), figures.asOf(), figures.position(), queues);
    }

    private static QueueDay queueDay(Definition.QueueEntry queue, QueueFigures figures) {
        return QueueDay.of(queue.code(), figures);
    }

    /// The tables stand within a record only for a moment.
    private Figures read(LocalDate day, Instant now) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            var figures = historic.from(day, now);
            if (figures.isPresent()) {
                return figures.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw Problem.unavailable("measures.behind", "The tables are just taking a record; ask again in a moment");
    }
}
