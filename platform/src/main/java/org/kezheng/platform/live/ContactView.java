package org.kezheng.platform.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A contact that lives, or is wrapped up.
///
/// @param kind `call`, `callback`, `internal` and so on
/// @param from the colleague who called, of an internal call
/// @param stage `waiting`, `ringing`, `talking` or `wrap-up`
/// @param since when the stage began
/// @param agent who is asked, talks or wraps up
public record ContactView(
        String call,
        String kind,
        @Nullable Colleague from,
        String queue,
        String stage,
        Instant arrivedAt,
        Instant since,
        @Nullable String agent,
        @Nullable String offer,
        @Nullable Party customer) {

    /// An agent who called another one.
    public record Colleague(String agent, String displayName) {}

    /// The other party, masked. Id and name are absent for somebody unknown, or while the look-up is under way.
    public record Party(@Nullable String id, @Nullable String name, String number) {}
}
