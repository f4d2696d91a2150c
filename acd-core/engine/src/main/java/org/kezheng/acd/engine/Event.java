package org.kezheng.acd.engine;

/// What the engine did: all of its output. The events of one command are in the order in which they happened.
public sealed interface Event {
    record ConfigurationApplied(long version) implements Event {}

    /// `arrivalNumber` counts the engine's contacts from 1 and is their order.
    record ContactQueued(ContactId contact, ClientId client, QueueId queue, long arrivalNumber) implements Event {}

    /// `ring` is the ring of the requirement that the contact had reached, from 1.
    record OfferMade(OfferId offer, ContactId contact, AgentId agent, RuleId rule, int ring) implements Event {}

    record OfferRang(OfferId offer, ContactId contact, AgentId agent) implements Event {}

    record OfferEnded(OfferId offer, ContactId contact, AgentId agent, OfferOutcome outcome) implements Event {}

    /// The contact waits again, at its old place.
    record ContactRequeued(ContactId contact) implements Event {}

    record ContactAnswered(ContactId contact, OfferId offer, AgentId agent) implements Event {}

    record ContactHeld(ContactId contact) implements Event {}

    record ContactResumed(ContactId contact) implements Event {}

    record ContactEnded(ContactId contact, ContactOutcome outcome) implements Event {}

    /// `disposition` is [DispositionCode#NONE] when the limit, or the agent's sign-out, ended the wrap-up.
    record WrapUpEnded(AgentId agent, ContactId contact, DispositionCode disposition) implements Event {}

    /// `contact` is 0 where the new state has none.
    record AgentStateChanged(AgentId agent, AgentState from, AgentState to, ReasonCode reason, long contact)
            implements Event {}

    /// What the agent will be after the present contact: `READY` (the choice was taken back), `NOT_READY` with
    /// its reason, or `SIGNED_OUT`.
    record NextStateChosen(AgentId agent, AgentState next, ReasonCode reason) implements Event {}

    /// The host has to carry this out and then acknowledge it.
    record EffectRequested(EffectId id, Effect effect) implements Event {}

    /// Acknowledged, or overtaken: a ring whose offer has ended is not carried out any more.
    record EffectSettled(EffectId id) implements Event {}

    record CommandRefused(Refusal refusal) implements Event {}
}
