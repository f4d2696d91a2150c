package org.kezheng.security.identity;

import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.tenancy.ClientId;

/// An account of a person, without its secrets.
///
/// @param user the name to sign in with, lower case
/// @param client the client for whom this person works
public record Account(AccountId id, String user, String displayName, Role role, ClientId client, boolean isEnabled) {

    @Override
    public String toString() {
        return "Account[" + user + ", " + role.code() + "]";
    }
}
