package org.kezheng.platform.claims;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.Role;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.identity.Account;
import org.kezheng.security.identity.AccountCreation;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.identity.NewAccount;
import org.kezheng.security.identity.OwnAccounts;
import org.kezheng.security.secret.SecretString;

/// The account by which the platform tries its own refusals: an agent's, listed nowhere, with another random password
/// at each start that stands nowhere but in memory.
final class ProbeAccount {
    static final String USER = "access-probe";
    private static final int PASSWORD_BYTES = 32;

    private final Accounts accounts;
    private final Clients clients;
    private @Nullable SecretString password;

    ProbeAccount(Accounts accounts, Clients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    /// The password of this start. Makes the account when there is none.
    synchronized SecretString password() {
        SecretString known = password;
        if (known == null) {
            known = random();
            give(known);
            password = known;
        }
        return known;
    }

    private void give(SecretString fresh) {
        Optional<Account> present = accounts.find(OwnAccounts.ACCESS_PROBE);
        if (present.isPresent()) {
            accounts.changePassword(present.get(), fresh);
            return;
        }
        NewAccount wanted = new NewAccount(
                OwnAccounts.ACCESS_PROBE,
                USER,
                "Access probe",
                Role.AGENT,
                clients.all().getFirst().id());
        if (accounts.create(wanted, fresh) instanceof AccountCreation.Rejected) {
            throw new IllegalStateException("The platform's own account cannot be made");
        }
    }

    private static SecretString random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretString(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
