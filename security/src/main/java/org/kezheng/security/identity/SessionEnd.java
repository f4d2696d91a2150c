package org.kezheng.security.identity;

import java.time.Instant;
import org.kezheng.security.access.SignedIn;

/// A session is over.
public record SessionEnd(SignedIn who, Cause cause, Instant at) {
    /// Why a session ended.
    public enum Cause {
        /// The person signed out.
        SIGNED_OUT,
        /// Somebody else ended it.
        REVOKED,
        /// Nobody used it for too long.
        IDLE,
        /// It reached its greatest age.
        TOO_OLD,
        /// The account has too many sessions, and this was its oldest.
        REPLACED
    }
}
