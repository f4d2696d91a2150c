package org.kezheng.platform.callers;

import java.time.Instant;

/// A caller who came to no queue.
///
/// @param flow the flow's code
/// @param ending the last step: `ended` or `hung-up`
public record EndedInFlow(long contact, Instant beganAt, Instant endedAt, String flow, int version, String ending) {}
