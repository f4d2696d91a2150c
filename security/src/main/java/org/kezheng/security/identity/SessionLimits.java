package org.kezheng.security.identity;

import java.time.Duration;
import org.kezheng.security.access.Role;

/// How long a session may last and how many one account may have.
record SessionLimits(Duration agentIdle, Duration otherIdle, Duration greatestAge, int perAccount) {
    /// Agents 30 minutes idle, others 15; 12 hours at most; 8 sessions of one account.
    static final SessionLimits STANDARD =
            new SessionLimits(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(12), 8);

    SessionLimits {
        if (!agentIdle.isPositive() || !otherIdle.isPositive() || !greatestAge.isPositive() || perAccount < 1) {
            throw new IllegalArgumentException("Limits of sessions are positive");
        }
    }

    Duration idleOf(Role role) {
        return role == Role.AGENT ? agentIdle : otherIdle;
    }
}
