package org.kezheng.platform.supervision;

import java.time.Instant;

/// A supervisor moved a waiting call into another queue.
///
/// @param from the queue's number, as `to`
/// @param by the user
/// @param cause a code, as the act's
public record CallMove(Instant at, int from, int to, String by, String cause) {}
