package org.kezheng.platform.desk;

import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SignedIn;

/// Agents who answer on their own mobile.
public interface MobileChoice {
    /// How it stands with an agent's mobile.
    ///
    /// @param allowed whether agents of the client may choose theirs now
    /// @param number masked; `null`: none is set
    record Standing(boolean allowed, @Nullable String number) {}

    Standing standing(SignedIn who);

    /// The agent takes calls on the own mobile from now on.
    ///
    /// @throws org.kezheng.platform.http.Problem when that is not allowed, or there is none
    void choose(SignedIn who);

    /// Lets an agent begin a call, unless on the own mobile, which only answers.
    ///
    /// @throws org.kezheng.platform.http.Problem when the agent's device is the own mobile
    void requireMayBegin(SignedIn who);
}
