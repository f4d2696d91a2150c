package org.kezheng.security.identity;

import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.tenancy.ClientId;

/// An account to create. What is wrong with it comes back as field problems, so nothing is checked here.
///
/// @param id the number that it shall have, because an agent's number stands in the routing configuration; null lets
///     the next free number be taken
public record NewAccount(@Nullable AccountId id, String user, String displayName, Role role, ClientId client) {

    public static NewAccount of(String user, String displayName, Role role, ClientId client) {
        return new NewAccount(null, user, displayName, role, client);
    }

    @Override
    public String toString() {
        return "NewAccount[" + role.code() + "]";
    }
}
