package org.kezheng.security.ledger;

import org.kezheng.security.access.RemoteAddress;
import org.kezheng.security.access.SignedIn;

/// Who did it.
///
/// @param user the account's name, or `platform`
/// @param role the role's code at that time, or `platform`
/// @param address the address from which the request came, empty where there was none
public record Actor(String user, String role, String address) {
    private static final Actor PLATFORM = new Actor("platform", "platform", "");

    public Actor {
        Words.requireText("user", user);
        Words.requireText("role", role);
        Words.requireText("address", address);
        if (user.isEmpty() || role.isEmpty()) {
            throw new IllegalArgumentException("An actor has a name and a role");
        }
    }

    /// The platform itself, without anybody's request.
    public static Actor platform() {
        return PLATFORM;
    }

    /// The person, at the address of the present request.
    public static Actor of(SignedIn who) {
        return new Actor(who.user(), who.role().code(), RemoteAddress.current().orElse(""));
    }
}
