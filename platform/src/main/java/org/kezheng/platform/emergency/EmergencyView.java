package org.kezheng.platform.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the switch of a client stands.
///
/// @param mode `off`, `notice` or `closed`
/// @param text what is said in Chinese; absent: the wording that ships
/// @param textEn what is said in English; absent: the wording that ships
/// @param since absent: it was never turned
record EmergencyView(
        String mode,
        @Nullable String cause,
        @Nullable String text,
        @Nullable String textEn,
        @Nullable String by,
        @Nullable Instant since) {
    static final EmergencyView NEVER = new EmergencyView("off", null, null, null, null, null);
}
