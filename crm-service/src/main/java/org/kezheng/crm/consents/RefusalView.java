package org.kezheng.crm.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person who is not to be called, as it is shown, masked.
public record RefusalView(
        long id,
        String maskedNumber,
        String reason,
        String addedBy,
        Instant addedAt,
        @Nullable Instant reversedAt) {}
