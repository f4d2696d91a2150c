package org.kezheng.security.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// A signed-in person as Spring Security sees it: the authorities are the codes of the role's policies.
public final class SignedInAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignedIn who;

    public SignedInAuthentication(SignedIn who) {
        super(AuthorityUtils.createAuthorityList(who.role().policyCodes()));
        this.who = who;
        super.setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    /// The session's token is not kept here.
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return who.user();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInAuthentication that && who.equals(that.who);
    }

    @Override
    public int hashCode() {
        return who.hashCode();
    }
}
