package org.kezheng.platform.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `line_quality`, for the client in scope.
final class LineTable {
    /// A platform that began anew in the middle of a call knows of no worse moments before.
    private static final String STORE = """
            insert into line_quality (contact_id, offer_id, client_id, agent_id, received, received_lost,
                received_jitter_mean, received_jitter_max, sent, sent_lost, sent_jitter_mean, sent_jitter_max,
                round_trip_mean, round_trip_max, mos_min, mos_mean, reports)
            values (:contact, :offer, :client, :agent, :received, :receivedLost, :receivedJitter, :receivedJitterMax,
                :sent, :sentLost, :sentJitter, :sentJitterMax, :roundTrip, :roundTripMax, :mosMin, :mosMean, :reports)
            on conflict (contact_id, offer_id) do update set
                received = greatest(line_quality.received, excluded.received),
                received_lost = greatest(line_quality.received_lost, excluded.received_lost),
                received_jitter_mean = coalesce(excluded.received_jitter_mean, line_quality.received_jitter_mean),
                received_jitter_max = greatest(line_quality.received_jitter_max, excluded.received_jitter_max),
                sent = greatest(line_quality.sent, excluded.sent),
                sent_lost = greatest(line_quality.sent_lost, excluded.sent_lost),
                sent_jitter_mean = coalesce(excluded.sent_jitter_mean, line_quality.sent_jitter_mean),
                sent_jitter_max = greatest(line_quality.sent_jitter_max, excluded.sent_jitter_max),
                round_trip_mean = coalesce(excluded.round_trip_mean, line_quality.round_trip_mean),
                round_trip_max = greatest(line_quality.round_trip_max, excluded.round_trip_max),
                mos_min = least(line_quality.mos_min, excluded.mos_min),
                mos_mean = coalesce(excluded.mos_mean, line_quality.mos_mean),
                reports = greatest(line_quality.reports, excluded.reports)""";
    private static final String FIND = """
            select offer_id, agent_id, received, received_lost, received_jitter_mean, received_jitter_max, sent,
                sent_lost, sent_jitter_mean, sent_jitter_max, round_trip_mean, round_trip_max, mos_min, mos_mean, reports
            from line_quality where contact_id = :contact order by offer_id""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    LineTable(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    void store(Collection<LineFigures> lines) {
        int client = ClientScope.required().value();
        transaction.executeWithoutResult(status -> lines.forEach(line -> database.sql(STORE)
                .param("contact", line.contact())
                .param("offer", line.offer())
                .param("client", client)
                .param("agent", line.agent())
                .param("received", line.received().packets())
                .param("receivedLost", line.received().lost())
                .param("receivedJitter", line.received().jitter().meanMicros(), Types.BIGINT)
                .param("receivedJitterMax", line.received().jitter().maxMicros(), Types.BIGINT)
                .param("sent", line.sent().packets())
                .param("sentLost", line.sent().lost())
                .param("sentJitter", line.sent().jitter().meanMicros(), Types.BIGINT)
                .param("sentJitterMax", line.sent().jitter().maxMicros(), Types.BIGINT)
                .param("roundTrip", line.roundTrip().meanMicros(), Types.BIGINT)
                .param("roundTripMax", line.roundTrip().maxMicros(), Types.BIGINT)
                .param("mosMin", line.opinionMin(), Types.DOUBLE)
                .param("mosMean", line.opinionMean(), Types.DOUBLE)
                .param("reports", line.reports())
                .update()));
    }

    List<LineFigures> find(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql(FIND)
                .param("contact", contact)
                .query((row, number) -> figures(contact, row))
                .list()));
    }

    private static LineFigures figures(long contact, ResultSet row) throws SQLException {
        return new LineFigures(
                contact,
                row.getLong("offer_id"),
                row.getInt("agent_id"),
                ear(row, "received"),
                ear(row, "sent"),
                extent(row, "round_trip"),
                number(row, "mos_min"),
                number(row, "mos_mean"),
                row.getInt("reports"));
    }

    private static LineFigures.Ear ear(ResultSet row, String side) throws SQLException {
        return new LineFigures.Ear(row.getLong(side), row.getLong(side + "_lost"), extent(row, side + "_jitter"));
    }

    private static LineFigures.Extent extent(ResultSet row, String of) throws SQLException {
        return new LineFigures.Extent(row.getObject(of + "_mean", Long.class), row.getObject(of + "_max", Long.class));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
