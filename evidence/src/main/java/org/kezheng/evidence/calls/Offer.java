package org.kezheng.evidence.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An offer of a contact to an agent.
///
/// @param endedAt when it was answered, or ended otherwise
/// @param talkEndedAt of an answered one: when the agent's talk was over; absent while it lasts
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
        @Nullable Instant talkEndedAt,
        @Nullable String outcome,
        String rule,
        long journalPosition) {

    /// Whether the agent answered, so that there was a talk.
    public boolean isAnswered() {
        return "answered".equals(outcome);
    }
}
