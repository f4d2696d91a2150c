package org.kezheng.crm.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a consent says about calling one number.
///
/// @param isOfNumber whether it was given for the number that was asked about
public record ConsentStanding(
        boolean isOfNumber,
        String purpose,
        Instant givenAt,
        Instant expiresAt,
        @Nullable Instant withdrawnAt) {}
