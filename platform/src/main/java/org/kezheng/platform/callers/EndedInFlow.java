package org.kezheng.platform.callers;

import java.time.Instant;

/// A caller who came to no queue.
///
/// @param position of the last thing that happened to them, in the confidential log
/// @param flow the flow's code; empty, with version 0: the number dialled has none
/// @param ending `closed` by the emergency switch, or the last step: `ended` or `hung-up`
public record EndedInFlow(
        long contact, long position, Instant beganAt, Instant endedAt, String flow, int version, String ending) {}
