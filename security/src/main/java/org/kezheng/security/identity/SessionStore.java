package org.kezheng.security.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The sessions' rows in the database: what a restart begins with.
final class SessionStore {
    private final SessionRows sessions;
    private final AccountRows accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SessionStore(SessionRows sessions, AccountRows accounts, Clock clock, PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Instant now() {
        return clock.instant();
    }

    /// The sessions that had not ended, of accounts that are enabled.
    List<LiveSession> load() {
        return transaction.execute(status -> {
            Map<Integer, Account> enabled = new HashMap<>();
            for (AccountEntity entity : accounts.findAllByOrderByUser()) {
                Account account = entity.toAccount();
                if (account.isEnabled()) {
                    enabled.put(account.id().value(), account);
                }
            }
            List<LiveSession> live = new ArrayList<>();
            for (SessionEntity row : sessions.findByEndedAtIsNull()) {
                Account account = enabled.get(row.account());
                if (account != null) {
                    live.add(row.toLive(account));
                }
            }
            return live;
        });
    }

    /// Whether the row was written: not when the account was disabled or got another password meanwhile.
    boolean open(LiveSession session, String verifiedHash) {
        UUID id = session.who().session().value();
        int account = session.who().account().value();
        return transaction.execute(
                status -> sessions.open(id, session.tokenHash(), account, verifiedHash, session.signedInAt()) == 1);
    }

    void touch(Map<UUID, Instant> uses) {
        transaction.executeWithoutResult(status -> uses.forEach(sessions::touch));
    }

    void end(SessionEnd end) {
        transaction.executeWithoutResult(
                status -> sessions.end(end.who().session().value(), end.cause().name(), end.at()));
    }
}
