package org.kezheng.platform.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Own numbers of the client in scope that have called as often within the last hour as they may: an alarm stands
/// as long as the hour is full, and ends by itself. Own numbers are public; nobody's number is in it.
final class NumberAlarms {
    private final JdbcClient database;
    private final ParameterChanges parameters;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NumberAlarms(
            JdbcClient database, ParameterChanges parameters, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.parameters = parameters;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// An own number at its limit.
    ///
    /// @param calls begun within the hour
    /// @param most how many may be
    /// @param refused wished for within the hour and refused for it
    /// @param since when the last call was begun
    record Alarm(String number, int calls, int most, int refused, Instant since) {}

    /// The numbers that are at their limit now, by number.
    List<Alarm> standing() {
        return Objects.requireNonNull(transaction.execute(status -> read()));
    }

    private List<Alarm> read() {
        int most = parameters.inForce().number(GateParameter.MAX_PER_OWN_NUMBER_HOUR);
        return database.sql("""
                        select own_number, count(*) filter (where is_allowed and stage = 'dialled') as calls,
                        count(*) filter (where (' ' || rules) like '% gate.own-number-frequency:hour%') as refused,
                        max(decided_at) filter (where is_allowed and stage = 'dialled') as last_call
                        from gate_decision where own_number is not null and decided_at > :since
                        group by own_number
                        having count(*) filter (where is_allowed and stage = 'dialled') >= :most order by own_number""")
                .param("since", clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, at) -> new Alarm(
                        row.getString("own_number"),
                        row.getInt("calls"),
                        most,
                        row.getInt("refused"),
                        row.getObject("last_call", OffsetDateTime.class).toInstant()))
                .list();
    }
}
