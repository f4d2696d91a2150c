package org.kezheng.crm.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.index.NormalisedNumber;

/// A consent as it is to be recorded.
///
/// @param means how it was given: `call`, `web`, `written` or `message`
/// @param contact the contact in which it was given, if it was a call of ours
/// @param textVersion which text the person agreed to
public record NewConsent(
        NormalisedNumber number,
        Purpose purpose,
        String means,
        @Nullable Long contact,
        String textVersion,
        Instant givenAt,
        Instant expiresAt) {}
