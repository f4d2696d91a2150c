package org.kezheng.telephony;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An agent's leg that is on the PBX now.
///
/// @param legId          the leg's id, which is its channel's id
/// @param isAnswered     whether the agent has answered
/// @param callerUniqueId the caller that the leg is joined with, if any
public record LiveLeg(
        String legId, boolean isAnswered, @Nullable String callerUniqueId) {

    /// The caller that the leg is joined with; empty while it rings.
    public Optional<String> caller() {
        return Optional.ofNullable(callerUniqueId);
    }
}
