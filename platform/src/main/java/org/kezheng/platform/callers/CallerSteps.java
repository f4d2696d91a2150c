package org.kezheng.platform.callers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table of what callers went through in flows, for the client in scope.
public final class CallerSteps {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    public CallerSteps(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// An entry of the log.
    public record Entry(long position, long contact, Instant at, String flow, int version) {}

    /// Keeps the steps of an entry, once; runs in the caller's transaction.
    public void record(Entry entry, List<CallerStep> steps) {
        int ordinal = 0;
        for (CallerStep step : steps) {
            database.sql("""
                            insert into caller_step (client_id, position, ordinal, contact_id, at, flow, version, kind, name, score)
                            values (:client, :position, :ordinal, :contact, :at, :flow, :version, :kind, :name, :score)
                            on conflict do nothing""")
                    .param("client", ClientScope.required().value())
                    .param("position", entry.position())
                    .param("ordinal", ordinal++)
                    .param("contact", entry.contact())
                    .param("at", entry.at().atOffset(ZoneOffset.UTC))
                    .param("flow", entry.flow())
                    .param("version", entry.version())
                    .param("kind", step.kind())
                    .param("name", step.name())
                    .param("score", step.score() < 0 ? null : step.score())
                    .update();
        }
    }

    /// What the caller of that contact went through; empty when there was no flow.
    public Optional<JourneyView> of(long contact) {
        List<Row> rows = Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select at, flow, version, kind, name, score from caller_step
                        where contact_id = :contact order by position, ordinal limit 1000""")
                .param("contact", contact)
                .query(CallerSteps::read)
                .list()));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new JourneyView(
                        rows.getFirst().flow(),
                        rows.getFirst().version(),
                        rows.stream().map(Row::step).toList()));
    }

    /// Callers who came to no queue, because a flow led them elsewhere or the lines are closed, the last ones first;
    /// they are in no figure. Who hung up while they heard of the closure was turned away by it.
    ///
    /// @param before the last position of the last one of the page before
    public List<EndedInFlow> endedInFlows(long before, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select contact_id, max(position) as position, min(at) as began, max(at) as ended, min(flow) as flow, min(version) as version,
                            case when bool_or(kind = 'ended' and name like 'closed%') then 'closed'
                                else (array_agg(kind order by position desc, ordinal desc))[1] end as ending
                        from caller_step s
                        where not exists (select from call_record c where c.contact_id = s.contact_id)
                        group by contact_id
                        having bool_or(kind in ('ended', 'hung-up')) and max(position) < :before
                        order by max(position) desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(CallerSteps::ended)
                .list()));
    }

    private static EndedInFlow ended(ResultSet row, int at) throws SQLException {
        return new EndedInFlow(
                row.getLong("contact_id"),
                row.getLong("position"),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                row.getObject("ended", OffsetDateTime.class).toInstant(),
                row.getString("flow"),
                row.getInt("version"),
                row.getString("ending"));
    }

    private record Row(String flow, int version, JourneyView.Step step) {}

    private static Row read(ResultSet row, int at) throws SQLException {
        @Nullable Integer score = row.getObject("score", Integer.class);
        return new Row(
                row.getString("flow"),
                row.getInt("version"),
                new JourneyView.Step(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("name"),
                        score));
    }
}
