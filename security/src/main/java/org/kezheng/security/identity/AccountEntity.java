package org.kezheng.security.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.tenancy.ClientId;

@Entity
@Table(name = "account")
class AccountEntity {
    @Id
    private int id;

    @Column(name = "user_name")
    private String user;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "role")
    private String role;

    @Column(name = "home_client")
    private int homeClient;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "is_enabled")
    private boolean isEnabled;

    protected AccountEntity() {}

    Account toAccount() {
        Role known = Role.of(role).orElseThrow(() -> new IllegalStateException("Account " + id + " has no known role"));
        return new Account(new AccountId(id), user, displayName, known, new ClientId(homeClient), isEnabled);
    }

    String passwordHash() {
        return passwordHash;
    }
}
