package org.kezheng.acd.engine;

/// What the engine asks of the world. Effects are part of the state until they are settled, so a host that comes
/// back asks again; carrying one out twice must do no harm.
public sealed interface Effect {
    /// Ring the agent's device for the contact.
    record Ring(OfferId offer, ContactId contact, AgentId agent) implements Effect {}

    /// End the agent's leg of the offer, whether it rings, was answered too late, or has been transferred away.
    record StopRinging(OfferId offer) implements Effect {}

    /// End the contact's own leg.
    record Disconnect(ContactId contact) implements Effect {}

    /// Take the contact's own leg elsewhere; the contact has ended for the engine.
    record Divert(ContactId contact, Diversion to) implements Effect {}
}
