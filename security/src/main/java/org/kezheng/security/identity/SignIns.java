package org.kezheng.security.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.kezheng.security.secret.SecretString;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in by user and password. Five wrong tries lock the name for fifteen minutes; names without an account behave
/// the same and take as long, so that nobody learns which names exist.
public final class SignIns {
    private static final int STRIPES = 64;

    private final AccountRows accounts;
    private final PasswordHashing hashing;
    private final Lockout lockout;
    private final Sessions sessions;
    private final TransactionTemplate transaction;
    /// Tries for one name go one after the other: many at once would all be answered before the first is counted.
    private final Lock[] stripes = new Lock[STRIPES];

    SignIns(
            AccountRows accounts,
            PasswordHashing hashing,
            Lockout lockout,
            Sessions sessions,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.lockout = lockout;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            stripes[stripe] = new ReentrantLock();
        }
    }

    /// Tries to sign in. It needs the database and throws Spring's `DataAccessException` or `TransactionException`
    /// while that is down.
    public SignInOutcome signIn(String user, SecretString password) {
        String name = Accounts.canonical(user);
        Lock stripe = stripes[Math.floorMod(name.hashCode(), STRIPES)];
        stripe.lock();
        try {
            Optional<Duration> locked = lockout.remaining(name);
            return locked.isPresent() ? new SignInOutcome.Locked(locked.get()) : attempt(name, password);
        } finally {
            stripe.unlock();
        }
    }

    private SignInOutcome attempt(String name, SecretString password) {
        Optional<AccountEntity> found = transaction.execute(status -> accounts.findByUser(name));
        Optional<Account> account = verified(found, password);
        if (account.isEmpty()) {
            lockout.countFailure(name);
            Optional<Duration> locked = lockout.remaining(name);
            return locked.isPresent() ? new SignInOutcome.Locked(locked.get()) : new SignInOutcome.Refused();
        }
        lockout.forget(name);
        return sessions.open(account.get(), found.orElseThrow().passwordHash());
    }

    private Optional<Account> verified(Optional<AccountEntity> found, SecretString password) {
        if (password.reveal().length() > Accounts.MAX_PASSWORD) {
            return Optional.empty();
        }
        boolean matches = found.isPresent()
                ? hashing.matches(password, found.get().passwordHash())
                : hashing.matchesNobody(password);
        return matches ? found.map(AccountEntity::toAccount).filter(Account::isEnabled) : Optional.empty();
    }
}
