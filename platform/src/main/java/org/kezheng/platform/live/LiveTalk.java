package org.kezheng.platform.live;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.OfferId;

/// A contact with which an agent talks.
///
/// @param queue the queue's code
public record LiveTalk(ClientId client, AgentId agent, OfferId offer, String queue, boolean isInternal) {}
