package org.kezheng.crm.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A consent as it is shown, masked.
public record ConsentView(
        ConsentId id,
        String maskedNumber,
        String purpose,
        String means,
        @Nullable Long contact,
        String textVersion,
        Instant givenAt,
        Instant expiresAt,
        String recordedBy,
        @Nullable Instant withdrawnAt) {}
