package org.kezheng.evidence.measures;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Figures worked out by SQL from the tables, for the client in scope: from those of calls and, apart from them, from
/// those of agents' time.
public final class HistoricFigures {
    private static final String PROJECTION = "calls";

    private final EntityManager entities;
    private final MeasureScope scope;
    private final TransactionTemplate snapshot;

    public HistoricFigures(EntityManager entities, PlatformTransactionManager transactions, MeasureScope scope) {
        this.entities = entities;
        this.scope = scope;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Figures of one snapshot of the database, all as of the same journal position.
    ///
    /// @param ofCalls from `call_record` and `call_offer`, with agents' time from `agent_state_interval`
    /// @param ofAgents from `agent_state_interval` alone, as far as it tells
    record Sources(Figures ofCalls, Figures ofAgents) {}

    /// The figures of a day and of those after it. Empty while the tables stand within a record, which passes by
    /// itself.
    public Optional<Figures> from(LocalDate first, Instant asOf) {
        return sources(first, asOf).map(Sources::ofCalls);
    }

    Optional<Sources> sources(LocalDate first, Instant asOf) {
        return Objects.requireNonNull(snapshot.execute(status -> read(first, asOf)));
    }

    private Optional<Sources> read(LocalDate first, Instant asOf) {
        List<?> rows = entities.createNativeQuery(
                        "select position, events from projection_position where projection = :name")
                .setParameter("name", PROJECTION)
                .getResultList();
        long position = 0;
        if (!rows.isEmpty()) {
            Object[] row = (Object[]) rows.getFirst();
            if (number(row[1]) != 0) {
                return Optional.empty();
            }
            position = number(row[0]);
        }
        SortedMap<Line, Long> time = new TreeMap<>();
        new Reading(first, time).agentsTime(asOf);
        SortedMap<Line, Long> ofCalls = new TreeMap<>(time);
        new Reading(first, ofCalls).calls();
        SortedMap<Line, Long> ofAgents = new TreeMap<>(time);
        new Reading(first, ofAgents).talks();
        return Optional.of(new Sources(new Figures(position, asOf, ofCalls), new Figures(position, asOf, ofAgents)));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /// Runs the queries and takes their columns, each one quantity, into the lines.
    private final class Reading {
        private final LocalDate first;
        private final SortedMap<Line, Long> lines;
        private final int client = ClientScope.required().value();

        Reading(LocalDate first, SortedMap<Line, Long> lines) {
            this.first = first;
            this.lines = lines;
        }

        void calls() {
            queues(
                    MeasureQueries.CALLS,
                    Quantity.OFFERED,
                    Quantity.ANSWERED,
                    Quantity.ABANDONED,
                    Quantity.TIMED_OUT,
                    Quantity.REFUSED,
                    Quantity.LOST,
                    Quantity.OVERFLOWED,
                    Quantity.CALLBACK,
                    Quantity.VOICEMAIL,
                    Quantity.WAITING,
                    Quantity.WAIT_MICROS,
                    Quantity.WITHIN_SERVICE_LEVEL,
                    Quantity.TALKS,
                    Quantity.TALK_MICROS);
            queues(MeasureQueries.OFFERS, Quantity.RANG, Quantity.RING_DELAY_MICROS);
            agents(MeasureQueries.ANSWERS, Quantity.ANSWERED, Quantity.TALK_MICROS, Quantity.HOLD_MICROS);
        }

        void talks() {
            queues(MeasureQueries.TALKS_BY_QUEUE, Quantity.ANSWERED, Quantity.TALKS, Quantity.TALK_MICROS);
            agents(MeasureQueries.TALKS_BY_AGENT, Quantity.ANSWERED, Quantity.TALK_MICROS);
        }

        void agentsTime(Instant asOf) {
            for (Object[] row : rows(MeasureQueries.AGENTS_TIME, asOf)) {
                Line.Subject agent = Line.Subject.agent(0, (int) number(row[1]));
                lines.put(new Line(day(row), agent, MeasureQueries.timeIn((String) row[2])), number(row[3]));
            }
        }

        private void queues(String sql, Quantity... columns) {
            rows(sql, Instant.EPOCH)
                    .forEach(row -> take(row, Line.Subject.queue(client, (int) number(row[1])), columns));
        }

        private void agents(String sql, Quantity... columns) {
            rows(sql, Instant.EPOCH)
                    .forEach(row -> take(row, Line.Subject.agent(client, (int) number(row[1])), columns));
        }

        private void take(Object[] row, Line.Subject subject, Quantity... columns) {
            for (int column = 0; column < columns.length; column++) {
                lines.put(new Line(day(row), subject, columns[column]), number(row[2 + column]));
            }
        }

        private LocalDate day(Object[] row) {
            return LocalDate.parse((String) row[0]);
        }

        private List<Object[]> rows(String sql, Instant asOf) {
            Query query = entities.createNativeQuery(sql);
            Map<String, Object> values = Map.of(
                    "zone", scope.zone().getId(),
                    "from", scope.beginOf(first),
                    // The database would round, and be a microsecond ahead of everybody who cuts off.
                    "asOf", asOf.truncatedTo(ChronoUnit.MICROS),
                    "queues", testQueues(),
                    "agents", testAgents());
            values.forEach((name, value) -> {
                if (sql.contains(":" + name)) {
                    query.setParameter(name, value);
                }
            });
            List<Object[]> rows = new ArrayList<>();
            for (Object row : query.getResultList()) {
                rows.add((Object[]) row);
            }
            return rows;
        }
    }

    /// A list in SQL cannot be empty; no queue and no agent has the number 0.
    private List<Integer> testQueues() {
        return Stream.concat(Stream.of(0), scope.testQueues().stream().map(QueueId::value))
                .toList();
    }

    private List<Integer> testAgents() {
        return Stream.concat(Stream.of(0), scope.testAgents().stream().map(AgentId::value))
                .toList();
    }
}
