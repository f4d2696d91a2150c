package org.kezheng.platform.listening;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.live.LiveTopic;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Which agent has acknowledged which version of the notice.
final class Notices {
    private final MonitoringNotice notice;
    private final JdbcClient database;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LiveDesks desks;

    Notices(MonitoringNotice notice, ListeningConfiguration.Keeping keeping, LiveDesks desks) {
        this.notice = notice;
        this.database = keeping.database();
        this.ledger = keeping.ledger();
        this.transaction = keeping.transaction();
        this.clock = keeping.clock();
        this.desks = desks;
    }

    /// The notice as an agent sees it.
    ///
    /// @param acknowledgedAt absent: not yet
    record NoticeView(
            int version, String zh, String en, @Nullable Instant acknowledgedAt) {}

    NoticeView of(SignedIn who) {
        Instant at = acknowledgedAt(agentOf(who), who.client()).orElse(null);
        return new NoticeView(notice.version(), notice.zh(), notice.en(), at);
    }

    int version() {
        return notice.version();
    }

    boolean isAcknowledged(AgentId agent, ClientId client) {
        return acknowledgedAt(agent, client).isPresent();
    }

    /// Repeating it changes nothing. The client's supervisors are told.
    NoticeView acknowledge(SignedIn who, int version) {
        if (version != notice.version()) {
            throw Problem.invalid("version", "notice.version", "The version that is in force: " + notice.version());
        }
        ClientScope.run(
                who.client(),
                () -> transaction.executeWithoutResult(status -> {
                    if (insert(agentOf(who), who.client(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                        ledger.append(LedgerEntry.of(
                                "notice.acknowledged",
                                Actor.of(who),
                                Subject.of("agent", who.account().value(), who.client()),
                                Map.of("version", Integer.toString(version))));
                    }
                }));
        desks.changed(who.client(), LiveTopic.NOTICE_ACKNOWLEDGEMENTS);
        return of(who);
    }

    private boolean insert(AgentId agent, ClientId client, Instant at) {
        return database.sql("""
                        insert into notice_acknowledgement (client_id, agent_id, version, acknowledged_at)
                        values (:client, :agent, :version, :at) on conflict do nothing""")
                        .param("client", client.value())
                        .param("agent", agent.value())
                        .param("version", notice.version())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Optional<Instant> acknowledgedAt(AgentId agent, ClientId client) {
        return ClientScope.call(
                client,
                () -> Objects.requireNonNull(transaction.execute(status -> database.sql("""
                                        select acknowledged_at from notice_acknowledgement
                                        where agent_id = :agent and version = :version""")
                        .param("agent", agent.value())
                        .param("version", notice.version())
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant))));
    }

    private static AgentId agentOf(SignedIn who) {
        return new AgentId(who.account().value());
    }
}
