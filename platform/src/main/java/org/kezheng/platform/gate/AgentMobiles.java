package org.kezheng.platform.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The numbers of agents' own mobiles of the client in scope. Each agent has one at most; a supervisor sets it, and
/// nobody is shown it whole.
public final class AgentMobiles {
    private static final String SELECT =
            "select id, agent_id, number_cipher, set_by, set_at from agent_mobile where removed_at is null ";

    private final JdbcClient database;
    private final SealedNumbers numbers;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AgentMobiles(
            JdbcClient database,
            SealedNumbers numbers,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.numbers = numbers;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A mobile as it is shown.
    public record AgentMobile(int agent, String maskedNumber, String setBy, Instant setAt) {}

    /// All of them by agent.
    public Map<Integer, AgentMobile> all() {
        return required(transaction.execute(status -> {
            Map<Integer, AgentMobile> byAgent = new TreeMap<>();
            database.sql(SELECT).query(this::read).list().forEach(one -> byAgent.put(one.agent(), one));
            return byAgent;
        }));
    }

    /// An agent's, as it is shown.
    public Optional<AgentMobile> of(int agent) {
        return required(transaction.execute(status -> database.sql(SELECT + "and agent_id = :agent")
                .param("agent", agent)
                .query(this::read)
                .optional()));
    }

    /// The number itself, for dialling; it is never shown.
    public Optional<SecretString> number(int agent) {
        return required(transaction.execute(status -> database.sql(SELECT + "and agent_id = :agent")
                .param("agent", agent)
                .query(numbers::read)
                .optional()));
    }

    /// Whether it is the mobile of an agent.
    boolean holds(NormalisedNumber number) {
        return required(transaction.execute(status -> numbers.isAmong(database, SELECT, number)));
    }

    /// Sets an agent's number, in place of the one before.
    AgentMobile set(int agent, NormalisedNumber number, SignedIn who) {
        return required(transaction.execute(status -> {
            retire(agent, who);
            long id = database.sql("select nextval('agent_mobile_id_seq')")
                    .query(Long.class)
                    .single();
            SecretString secret = new SecretString(number.reveal());
            database.sql("""
                            insert into agent_mobile (id, client_id, agent_id, number_cipher, number_index, set_by, set_at)
                            values (:id, :client, :agent, :cipher, :index, :by, :now)""")
                    .param("id", id)
                    .param("client", ClientScope.required().value())
                    .param("agent", agent)
                    .param("cipher", numbers.seal(id, secret))
                    .param("index", numbers.index(secret))
                    .param("by", who.user())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            enter("agent-mobile.set", agent, who);
            return of(agent).orElseThrow();
        }));
    }

    /// Takes an agent's number away; false when there is none.
    boolean remove(int agent, SignedIn who) {
        return required(transaction.execute(status -> {
            boolean isRemoved = retire(agent, who);
            if (isRemoved) {
                enter("agent-mobile.removed", agent, who);
            }
            return isRemoved;
        }));
    }

    private boolean retire(int agent, SignedIn who) {
        return database.sql("""
                        update agent_mobile set removed_by = :by, removed_at = :now
                        where agent_id = :agent and removed_at is null""")
                        .param("by", who.user())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("agent", agent)
                        .update()
                == 1;
    }

    private void enter(String action, int agent, SignedIn who) {
        ledger.append(
                LedgerEntry.of(action, Actor.of(who), Subject.of("agent", agent, ClientScope.required()), Map.of()));
    }

    private AgentMobile read(ResultSet row, int at) throws SQLException {
        return new AgentMobile(
                row.getInt("agent_id"),
                numbers.masked(row.getLong("id"), row.getBytes("number_cipher")),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "A transaction gives its result");
    }
}
