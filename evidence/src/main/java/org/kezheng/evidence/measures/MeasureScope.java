package org.kezheng.evidence.measures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.QueueId;

/// What measures are taken over: days of the site, without what belongs to tests.
///
/// @param zone in which a day begins
/// @param testQueues whose contacts never count
/// @param testAgents whose time never counts
public record MeasureScope(ZoneId zone, Set<QueueId> testQueues, Set<AgentId> testAgents) {
    /// An answer counts for the service level up to and with this wait.
    public static final Duration SERVICE_LEVEL = Duration.ofSeconds(20);

    static final long SERVICE_LEVEL_MICROS = SERVICE_LEVEL.toNanos() / 1_000;

    public MeasureScope {
        testQueues = Set.copyOf(testQueues);
        testAgents = Set.copyOf(testAgents);
    }

    /// The site's day of an instant.
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /// When a day begins at the site.
    public Instant beginOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// Whether a contact counts: one of a test or an internal call does not.
    boolean counts(Event.ContactQueued queued) {
        return queued.kind() != ContactKind.INTERNAL && !testQueues.contains(queued.queue());
    }

    boolean counts(AgentId agent) {
        return !testAgents.contains(agent);
    }

    LocalDate dayOf(long micros) {
        return dayOf(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /// Gives each day its share of a span.
    void split(long fromMicros, long toMicros, ObjLongConsumer<LocalDate> share) {
        long from = fromMicros;
        LocalDate day = dayOf(from);
        while (from < toMicros) {
            LocalDate next = day.plusDays(1);
            long to = Math.min(toMicros, micros(beginOf(next)));
            share.accept(day, to - from);
            from = to;
            day = next;
        }
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
