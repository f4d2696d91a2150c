package org.kezheng.platform.messages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that a caller has left.
///
/// @param contact in which it was left
/// @param queue for whose agents
/// @param doneAt when somebody said that it is done; absent: it is to be done
record Message(
        long contact,
        int queue,
        Instant leftAt,
        Duration length,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {}
