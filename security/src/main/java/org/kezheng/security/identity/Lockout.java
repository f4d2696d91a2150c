package org.kezheng.security.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.security.secret.SecretString;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts wrong tries per name, known or not, in the database, so that a restart forgives nothing. Names are stored
/// hashed: what people type there by mistake is often a password.
final class Lockout {
    static final int MAX_FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final FailureRows rows;
    private final PlatformSecrets secrets;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Lockout(FailureRows rows, PlatformSecrets secrets, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// How long the name is still locked; empty when it is not.
    Optional<Duration> remaining(String name) {
        Instant now = clock.instant();
        return transaction.execute(status -> rows.findById(key(name))
                .filter(row -> row.failures() >= MAX_FAILURES)
                .map(row -> Duration.between(now, row.lastAt().plus(WINDOW)))
                .filter(Duration::isPositive));
    }

    /// Counts one wrong try; tries older than the window do not count. Rows of others that no longer matter are swept.
    void countFailure(String name) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            rows.sweep(now.minus(WINDOW));
            rows.count(key(name), now);
        });
    }

    void forget(String name) {
        transaction.executeWithoutResult(status -> rows.forget(key(name)));
    }

    private byte[] key(String name) {
        return secrets.tokenHash(new SecretString("user:" + name));
    }
}
