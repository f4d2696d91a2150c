package org.kezheng.evidence.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An offer of a contact to an agent.
///
/// @param outcome `answered`, `declined`, `missed`, `failed` or `withdrawn`; absent while it stands
/// @param rule the id of the rule that chose
/// @param journalPosition the record in which it was made
public record Offer(
        long offer,
        long contact,
        int agent,
        Instant offeredAt,
        @Nullable Instant ringingAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        String rule,
        long journalPosition) {}
