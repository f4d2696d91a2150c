package org.kezheng.platform.live;

/// A line of a contact that lives.
///
/// @param offer whose leg it is; 0: the customer's line
/// @param agent 0: the customer's line
public record LiveLine(long contact, long offer, int client, int agent) {}
