package org.kezheng.platform.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One time that the switch of a client was on, and how many callers it met.
///
/// @param id the turn that began it
/// @param mode `notice` or `closed`
/// @param text what was said in Chinese; absent: the wording that ships
/// @param textEn what was said in English; absent: the wording that ships
/// @param until when the switch was turned next; absent while it lasts
/// @param told callers who heard it to its end, or hung up meanwhile; each call counts once
/// @param turnedAway callers whose call the closure ended, or who hung up while they heard of it; none by a notice
record EmergencyRun(
        String id,
        String mode,
        String cause,
        @Nullable String text,
        @Nullable String textEn,
        String by,
        Instant since,
        @Nullable Instant until,
        long told,
        long turnedAway) {}
