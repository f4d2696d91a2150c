package org.kezheng.platform.live;

import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.QueueId;

/// Where a contact that lives belongs.
///
/// @param isInternal whether an agent calls another one
public record LivePlace(ClientId client, QueueId queue, boolean isInternal) {}
