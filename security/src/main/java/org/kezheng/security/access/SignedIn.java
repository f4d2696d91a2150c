package org.kezheng.security.access;

import org.kezheng.security.tenancy.ClientId;

/// A person who is signed in, in one session.
///
/// @param user the account's name, as the API shows it
/// @param client the client for whom this person works
public record SignedIn(
        SessionId session, AccountId account, String user, String displayName, Role role, ClientId client) {

    /// Ids only: a display name is personal data.
    @Override
    public String toString() {
        return "SignedIn[" + user + ", " + role.code() + ", session " + session + "]";
    }
}
