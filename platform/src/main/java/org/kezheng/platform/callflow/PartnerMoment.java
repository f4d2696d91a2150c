package org.kezheng.platform.callflow;

import org.jspecify.annotations.Nullable;

/// What became of somebody outside who is called on behalf of a caller.
public sealed interface PartnerMoment {
    /// A trunk is asked to take the leg.
    record Dialled() implements PartnerMoment {}

    /// The leg is answered, and the agent talks in it.
    record Consulted() implements PartnerMoment {}

    /// They are aside with music, and the agent talks with the caller.
    record Aside() implements PartnerMoment {}

    /// The caller is theirs; the agent has to do with it no more.
    record HandedOver() implements PartnerMoment {}

    /// The agent is with the caller again, or the call is over.
    ///
    /// @param reason why nobody was reached; null: the leg was answered, or withdrawn
    record Over(@Nullable OutsideResult reason) implements PartnerMoment {}
}
