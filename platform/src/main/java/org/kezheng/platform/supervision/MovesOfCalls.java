package org.kezheng.platform.supervision;

import java.util.List;

/// Who moved calls while they waited, for those who read it.
public interface MovesOfCalls {
    /// The moves of a call of the client in scope, oldest first.
    List<CallMove> of(long contact);
}
