package org.kezheng.security.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The roles of people. What each may do stands in one table, [RolePolicies].
public enum Role {
    AGENT("agent"),
    SUPERVISOR("supervisor"),
    AUDITOR("auditor"),
    SYSTEM_ADMINISTRATOR("system-administrator"),
    SECURITY_ADMINISTRATOR("security-administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /// The role's name in the API and in the database.
    public String code() {
        return code;
    }

    /// What the role may do; nothing else.
    public Set<Policy> policies() {
        return RolePolicies.of(this);
    }

    public Set<String> policyCodes() {
        return policies().stream().map(Policy::code).collect(Collectors.toUnmodifiableSet());
    }

    public boolean allows(Policy policy) {
        return policies().contains(policy);
    }

    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
