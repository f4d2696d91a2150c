package org.kezheng.security.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kezheng.security.access.Role;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.validation.FieldProblem;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way into a platform that has no account yet: a token that makes one system administrator, once.
public final class AdministratorInvitations {
    private final InvitationRows rows;
    private final AccountRows accountRows;
    private final Accounts accounts;
    private final PlatformSecrets secrets;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AdministratorInvitations(
            InvitationRows rows,
            AccountRows accountRows,
            Accounts accounts,
            PlatformSecrets secrets,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.accountRows = accountRows;
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What became of a token.
    public sealed interface Redemption {
        /// The administrator exists; the token is used up.
        record Accepted(Account account) implements Redemption {}

        /// The token is wrong or used up.
        record Refused() implements Redemption {}

        /// The token is good and stays so; the fields are wrong.
        record Rejected(List<FieldProblem> problems) implements Redemption {}
    }

    /// A new token in place of an earlier one; empty when somebody has an account already.
    public Optional<SecretString> issue() {
        return transaction.execute(status -> {
            if (accountRows.countByIdLessThanOrIdGreaterThan(OwnAccounts.FIRST, OwnAccounts.LAST) > 0) {
                return Optional.<SecretString>empty();
            }
            SecretString token = new SecretString(SessionToken.random().reveal());
            rows.deleteAll();
            rows.insert(hash(token), clock.instant());
            return Optional.of(token);
        });
    }

    /// Makes the administrator. Of several redemptions at once one succeeds.
    public Redemption redeem(SecretString token, String user, SecretString password, ClientId client) {
        return transaction.execute(status -> {
            if (rows.delete(hash(token)) == 0) {
                return new Redemption.Refused();
            }
            NewAccount wanted = NewAccount.of(user, user, Role.SYSTEM_ADMINISTRATOR, client);
            return switch (accounts.create(wanted, password)) {
                case AccountCreation.Created(Account account) -> new Redemption.Accepted(account);
                case AccountCreation.Rejected(List<FieldProblem> problems) -> {
                    status.setRollbackOnly();
                    yield new Redemption.Rejected(problems);
                }
            };
        });
    }

    private byte[] hash(SecretString token) {
        return secrets.tokenHash(new SecretString("administrator:" + token.reveal()));
    }
}
