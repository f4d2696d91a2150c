package org.kezheng.platform.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call that must not be destroyed though it is due (保全).
///
/// @param lifted how it ended; absent while it holds
record Hold(long id, long contact, Reason set, @Nullable Reason lifted) {

    /// Why, by whom and when.
    ///
    /// @param cause a code, one of [HoldCause]
    /// @param reference of the file in which the cause stands
    record Reason(String cause, String reference, String by, Instant at) {}
}
