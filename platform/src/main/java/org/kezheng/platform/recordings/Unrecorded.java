package org.kezheng.platform.recordings;

import java.time.Instant;

/// Tells which talks have no recording because a rule wants none.
public interface Unrecorded {
    /// Whether a talk of the client in scope may lack a recording by the rules at the time it began.
    ///
    /// @param queue its code
    boolean mayBe(long contact, String queue, Instant answeredAt);

    /// Each talk has to have one.
    static Unrecorded none() {
        return (contact, queue, answeredAt) -> false;
    }
}
