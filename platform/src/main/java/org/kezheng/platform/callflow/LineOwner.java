package org.kezheng.platform.callflow;

/// Whose line a channel of the PBX is.
public sealed interface LineOwner {
    /// The customer's, who called or was called.
    record Customer(long contact) implements LineOwner {}

    /// The leg of the agent of an offer.
    record Leg(long offer) implements LineOwner {}
}
