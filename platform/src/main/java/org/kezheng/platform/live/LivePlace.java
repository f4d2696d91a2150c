package org.kezheng.platform.live;

import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;

/// Where a contact that lives belongs.
///
/// @param isInternal whether an agent calls another one
/// @param isOutward whether the agent, or the caller's own wish, began it, and the customer is called
/// @param talk the offer in which an agent talks; `null` while nobody does
public record LivePlace(
        ClientId client,
        QueueId queue,
        boolean isInternal,
        boolean isOutward,
        @Nullable OfferId talk) {}
