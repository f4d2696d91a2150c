package org.kezheng.security.identity;

import java.time.Duration;
import org.kezheng.security.access.SignedIn;

/// The answer to a try to sign in.
public sealed interface SignInOutcome {
    /// Signed in; the token is shown this once.
    record Accepted(SessionToken token, SignedIn who) implements SignInOutcome {}

    /// Refused; whether the user or the password was wrong is not said.
    record Refused() implements SignInOutcome {}

    /// Too many wrong tries; further ones are not looked at before the time is over.
    record Locked(Duration retryAfter) implements SignInOutcome {}
}
