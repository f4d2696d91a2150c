package org.kezheng.platform.recordings;

import java.time.Instant;

/// A talk that is over and should have a recording, and has none.
///
/// @param contact the call's id
/// @param offer the answered offer's id
/// @param queue the queue's id
/// @param answeredAt when it began
public record MissingTalk(long contact, long offer, int queue, Instant answeredAt) {}
