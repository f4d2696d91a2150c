package org.kezheng.platform.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a client's emergency switch stands.
///
/// @param mode `off`, `notice` or `closed`
/// @param text what callers are told in Chinese; absent: the wording that ships
/// @param textEn what callers are told in English; absent: the wording that ships
/// @param since absent: it was never turned
public record EmergencyNotice(
        String mode,
        @Nullable String cause,
        @Nullable String text,
        @Nullable String textEn,
        @Nullable String by,
        @Nullable Instant since) {}
