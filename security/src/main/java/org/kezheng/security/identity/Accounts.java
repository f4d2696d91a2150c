package org.kezheng.security.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.validation.FieldProblem;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts of people.
public final class Accounts {
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");
    private static final int MAX_DISPLAY_NAME = 64;
    private static final int MIN_PASSWORD = 12;
    /// Longer ones would let a stranger buy much computation with one request.
    static final int MAX_PASSWORD = 128;

    private final AccountRows rows;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    Accounts(AccountRows rows, PasswordHashing hashing, Sessions sessions, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.hashing = hashing;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Creates an account that can sign in with the password.
    public AccountCreation create(NewAccount wanted, SecretString password) {
        List<FieldProblem> problems = new ArrayList<>();
        String user = canonical(wanted.user());
        if (!USER.matcher(user).matches()) {
            problems.add(new FieldProblem(
                    "user", "account.user-form", "2 to 32 letters a-z, digits, dots, hyphens or underscores"));
        }
        if (wanted.displayName().isBlank() || wanted.displayName().length() > MAX_DISPLAY_NAME) {
            problems.add(new FieldProblem("displayName", "account.display-name-length", "1 to 64 characters"));
        }
        problems.addAll(problemsOf(password, user));
        if (!problems.isEmpty()) {
            return new AccountCreation.Rejected(List.copyOf(problems));
        }
        String hash = hashing.hash(password);
        return transaction.execute(status -> insert(wanted, user, hash));
    }

    public Optional<Account> find(String user) {
        return transaction.execute(status -> rows.findByUser(canonical(user)).map(AccountEntity::toAccount));
    }

    public Optional<Account> find(AccountId id) {
        return transaction.execute(status -> rows.findById(id.value()).map(AccountEntity::toAccount));
    }

    /// All accounts of people, by user. Those of the platform's own are left out.
    public List<Account> all() {
        return transaction.execute(status -> rows.findAllByOrderByUser().stream()
                .filter(row -> !OwnAccounts.contain(row.toAccount().id()))
                .map(AccountEntity::toAccount)
                .toList());
    }

    /// Gives the account another password and ends its sessions. The problems are empty when it was done.
    public List<FieldProblem> changePassword(Account account, SecretString password) {
        List<FieldProblem> problems = problemsOf(password, account.user());
        if (problems.isEmpty()) {
            String hash = hashing.hash(password);
            transaction.executeWithoutResult(
                    status -> rows.changePassword(account.id().value(), hash));
            sessions.endAllOf(account.id(), SessionEnd.Cause.REVOKED);
        }
        return problems;
    }

    /// Lets the account sign in no more and ends its sessions. It stays, for what it did stays.
    public void disable(AccountId account) {
        transaction.executeWithoutResult(status -> rows.disable(account.value()));
        sessions.endAllOf(account, SessionEnd.Cause.REVOKED);
    }

    static String canonical(String user) {
        return user.strip().toLowerCase(Locale.ROOT);
    }

    static List<FieldProblem> problemsOf(SecretString password, String user) {
        int length = password.reveal().length();
        if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
            return List.of(new FieldProblem("password", "account.password-length", "12 to 128 characters"));
        }
        if (password.reveal().toLowerCase(Locale.ROOT).contains(user)) {
            return List.of(
                    new FieldProblem("password", "account.password-contains-user", "It must not contain the user"));
        }
        return List.of();
    }

    private AccountCreation insert(NewAccount wanted, String user, String hash) {
        AccountId wantedId = wanted.id();
        AccountId id = wantedId == null ? new AccountId(rows.nextId()) : wantedId;
        Account account = new Account(id, user, wanted.displayName().strip(), wanted.role(), wanted.client(), true);
        if (rows.insert(account, hash) == 0) {
            return new AccountCreation.Rejected(
                    List.of(new FieldProblem("user", "account.user-taken", "Another account has this user or number")));
        }
        return new AccountCreation.Created(account);
    }
}
