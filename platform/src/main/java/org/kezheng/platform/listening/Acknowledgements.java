package org.kezheng.platform.listening;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Which agents of a client have acknowledged the notice, for those who watch over it.
final class Acknowledgements {
    private final MonitoringNotice notice;
    private final Directory directory;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Acknowledgements(
            MonitoringNotice notice, Directory directory, JdbcClient database, TransactionTemplate transaction) {
        this.notice = notice;
        this.directory = directory;
        this.database = database;
        this.transaction = transaction;
    }

    /// @param version of the notice that is in force
    /// @param items each agent, those first who have not acknowledged that version
    record AcknowledgementList(int version, List<AgentAcknowledgement> items) {
        AcknowledgementList {
            items = List.copyOf(items);
        }
    }

    /// @param version the one in force where the agent has acknowledged it, or the last one; absent: none
    record AgentAcknowledgement(
            String agent,
            String displayName,
            @Nullable Integer version,
            @Nullable Instant acknowledgedAt) {
        boolean isOf(int wanted) {
            return version != null && version == wanted;
        }
    }

    private record Row(int agent, int version, Instant at) {}

    AcknowledgementList of(ClientId client) {
        Map<Integer, Row> known = rows(client).stream().collect(Collectors.toMap(Row::agent, Function.identity()));
        List<AgentAcknowledgement> items = directory.agentsOf(client).stream()
                .map(agent -> view(agent, known.get(agent)))
                .sorted(Comparator.comparing((AgentAcknowledgement item) -> item.isOf(notice.version()))
                        .thenComparing(AgentAcknowledgement::agent))
                .toList();
        return new AcknowledgementList(notice.version(), items);
    }

    private AgentAcknowledgement view(int agent, @Nullable Row row) {
        return new AgentAcknowledgement(
                directory.agentUser(agent),
                directory.displayName(agent),
                row == null ? null : row.version(),
                row == null ? null : row.at());
    }

    private List<Row> rows(ClientId client) {
        return ClientScope.call(
                client,
                () -> Objects.requireNonNull(transaction.execute(status -> database.sql("""
                                        select distinct on (agent_id) agent_id, version, acknowledged_at
                                        from notice_acknowledgement
                                        order by agent_id, version = :version desc, acknowledged_at desc""")
                        .param("version", notice.version())
                        .query((row, at) -> new Row(
                                row.getInt("agent_id"),
                                row.getInt("version"),
                                row.getObject("acknowledged_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list())));
    }
}
