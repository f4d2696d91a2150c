package org.kezheng.platform.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.secret.SecretString;

/// Which decisions are looked for.
///
/// @param isAllowed null: both kinds
/// @param rule one that refused; null: any
/// @param number in its normal form, in memory only; null: any
record GateSearch(
        Instant from,
        Instant until,
        @Nullable Boolean isAllowed,
        @Nullable GateRule rule,
        @Nullable SecretString number) {}
