package org.kezheng.platform.quality;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.telephony.LineReport.Direction;

/// What a line is like at a moment, in its worse direction.
record LineNow(
        double opinion,
        Direction direction,
        double lostShare,
        Duration jitter,
        @Nullable Duration roundTrip,
        Instant at) {}
