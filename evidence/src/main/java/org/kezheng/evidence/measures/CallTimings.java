package org.kezheng.evidence.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `call_timing`, for the client in scope.
public final class CallTimings {
    private static final String COLUMNS =
            Arrays.stream(CallStep.values()).map(CallStep::column).collect(Collectors.joining(", "));
    private static final String STORE = "insert into call_timing (contact_id, client_id, " + COLUMNS
            + ") values (:contact, :client, "
            + Arrays.stream(CallStep.values()).map(step -> ":" + step.name()).collect(Collectors.joining(", "))
            + ") on conflict (contact_id) do update set "
            + Arrays.stream(CallStep.values())
                    .map(step -> step.column() + " = excluded." + step.column())
                    .collect(Collectors.joining(", "));
    private static final String FIND = "select " + COLUMNS + " from call_timing where contact_id = :contact";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    public CallTimings(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Writes what is known of these calls over what was known before.
    public void store(Collection<CallTiming> timings) {
        int client = ClientScope.required().value();
        transaction.executeWithoutResult(status -> timings.forEach(timing -> {
            JdbcClient.StatementSpec statement =
                    database.sql(STORE).param("contact", timing.contact()).param("client", client);
            for (CallStep step : CallStep.values()) {
                statement = statement.param(
                        step.name(), utc(timing.steps().get(step)), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
            }
            statement.update();
        }));
    }

    /// What is stored of a call.
    public Optional<CallTiming> find(long contact) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> database.sql(FIND)
                .param("contact", contact)
                .query((row, number) -> timing(contact, row))
                .optional()));
    }

    private static CallTiming timing(long contact, ResultSet row) throws SQLException {
        Map<CallStep, Instant> steps = new EnumMap<>(CallStep.class);
        for (CallStep step : CallStep.values()) {
            OffsetDateTime at = row.getObject(step.column(), OffsetDateTime.class);
            if (at != null) {
                steps.put(step, at.toInstant());
            }
        }
        return new CallTiming(contact, steps);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
