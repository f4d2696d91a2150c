package org.kezheng.platform.desk;

import org.kezheng.security.tenancy.ClientId;

/// What stands between an agent and being ready, besides the engine's rules.
@FunctionalInterface
public interface ReadyCheck {
    /// Lets the agent become ready, or refuses.
    ///
    /// @throws org.kezheng.platform.http.Problem when the agent must not become ready now
    void require(int agent, ClientId client);
}
