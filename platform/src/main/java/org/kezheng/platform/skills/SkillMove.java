package org.kezheng.platform.skills;

import java.time.Instant;
import org.kezheng.security.tenancy.ClientId;

/// An agent who serves a queue for a while.
///
/// @param until when it ends by itself
record SkillMove(long id, ClientId client, Wanted wanted, Instant since, Instant until) {
    /// @param by the user who did it
    record Wanted(int agent, String queue, String by) {}
}
