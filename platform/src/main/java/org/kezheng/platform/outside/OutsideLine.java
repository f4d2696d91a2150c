package org.kezheng.platform.outside;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A leg to the outside, or the line of a customer who was handed to one.
///
/// @param decision the gate's, by which the leg went out
/// @param isCustomers whether it is the customer's line
/// @param answeredAt null: not answered, or nobody saw when
/// @param endedAt null: it is open, or nobody saw when it ended
/// @param result `answered`, `busy`, `no-answer`, `declined`, `unknown-number`, `no-trunk`, `withdrawn` or `unseen`;
/// null
///     while nobody has answered yet
public record OutsideLine(
        long decision,
        boolean isCustomers,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String result,
        boolean isEndUnseen) {
    /// Of which nobody saw what came of it.
    public static final String UNSEEN = "unseen";
}
