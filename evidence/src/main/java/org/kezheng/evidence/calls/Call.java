package org.kezheng.evidence.calls;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A contact as its record shows it.
///
/// @param contact the contact's id
/// @param client the client (委托方) whose call it is
/// @param agent who answered, if anybody did; after a transfer, who answered last
/// @param answeredAt when it was first answered
/// @param offeredAt when the caller entered the agent queue
/// @param ringingAt when the last offer began to ring at an agent
/// @param outcome how the contact ended, in lower case; absent while it lives
/// @param hold sum of the times on hold
/// @param disposition the wrap-up's code; absent without one
/// @param arrivalNumber its place in the order of arrival of all contacts
/// @param journalPosition the record by which the contact arrived
public record Call(
        long contact,
        int client,
        int queue,
        @Nullable Integer agent,
        Instant offeredAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        Duration hold,
        @Nullable String disposition,
        long arrivalNumber,
        long journalPosition) {}
