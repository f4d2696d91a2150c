package org.kezheng.platform.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.callflow.OutsideMoment;
import org.kezheng.platform.callflow.OutsideResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `outside_line`, for the client in scope. What is said of a line of another client changes nothing.
final class OutsideLineTable {
    /// A second trunk is tried under the same decision.
    private static final String BEGIN = """
            insert into outside_line (decision_id, is_customers, client_id, contact_id, line, ended_at, result)
            select id, :isCustomers, client_id, contact_id, :line, :ended, :result
            from gate_decision where id = :decision and contact_id is not null
            on conflict (decision_id, is_customers) do update set line = excluded.line,
                answered_at = null, ended_at = excluded.ended_at, result = excluded.result,
                is_end_unseen = false""";
    private static final String ANSWERED = """
            update outside_line set answered_at = :at, result = 'answered', is_end_unseen = false where line = :line""";
    private static final String ENDED = """
            update outside_line set ended_at = :at, is_end_unseen = false,
                result = case when result = 'answered' then result else :result end
            where line = :line and ended_at is null""";
    private static final String MISSED = """
            update outside_line set is_end_unseen = true, result = coalesce(result, 'unseen')
            where line = :line and ended_at is null""";
    private static final String OPEN =
            "select line from outside_line where ended_at is null and not is_end_unseen order by decision_id";
    private static final String ANSWERED_UNSEEN =
            "update outside_line set result = 'answered' where line = :line and result is null";
    private static final String FIND = """
            select decision_id, is_customers, answered_at, ended_at, result, is_end_unseen from outside_line
            where contact_id = :contact order by decision_id, is_customers""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    OutsideLineTable(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    void write(OutsideMoment moment) {
        transaction.executeWithoutResult(status -> take(moment));
    }

    private void take(OutsideMoment moment) {
        switch (moment) {
            case OutsideMoment.Dialled(var decision, var line) -> begin(decision, false, line, null, null);
            case OutsideMoment.NotDialled(var decision, var result, var at) ->
                begin(decision, false, "none-" + decision, word(result), at);
            case OutsideMoment.HandedOver(var decision, var line) ->
                begin(decision, true, line, word(OutsideResult.REACHED), null);
            case OutsideMoment.Answered(var line, var at) ->
                database.sql(ANSWERED).param("at", utc(at)).param("line", line).update();
            case OutsideMoment.Ended(var line, var result, var at) ->
                database.sql(ENDED)
                        .param("at", utc(at))
                        .param("result", word(result))
                        .param("line", line)
                        .update();
            case OutsideMoment.Missed(var line) -> missed(line);
            case OutsideMoment.Present(var lines) -> compare(lines);
        }
    }

    private void begin(
            long decision, boolean isCustomers, String line, @Nullable String result, @Nullable Instant ended) {
        database.sql(BEGIN)
                .param("decision", decision)
                .param("isCustomers", isCustomers)
                .param("line", line)
                .param("ended", ended == null ? null : utc(ended), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("result", result, Types.VARCHAR)
                .update();
    }

    private void compare(Map<String, Boolean> present) {
        for (String line : database.sql(OPEN)
                .query((row, number) -> Objects.requireNonNull(row.getString("line")))
                .list()) {
            Boolean isAnswered = present.get(line);
            if (isAnswered == null) {
                missed(line);
            } else if (isAnswered) {
                database.sql(ANSWERED_UNSEEN).param("line", line).update();
            }
        }
    }

    private void missed(String line) {
        database.sql(MISSED).param("line", line).update();
    }

    List<OutsideLine> find(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql(FIND)
                .param("contact", contact)
                .query((row, number) -> line(row))
                .list()));
    }

    private static OutsideLine line(ResultSet row) throws SQLException {
        return new OutsideLine(
                row.getLong("decision_id"),
                row.getBoolean("is_customers"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getString("result"),
                row.getBoolean("is_end_unseen"));
    }

    private static String word(OutsideResult result) {
        return result == OutsideResult.REACHED
                ? "answered"
                : result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
