package org.kezheng.acd.engine;

/// What the engine did: all of its output. The events of one command are in the order in which they happened.
public sealed interface Event {
    record ConfigurationApplied(long version) implements Event {}

    /// Why a configuration was refused: one event for each thing that is wrong, and the refusal behind them.
    record ConfigurationProblemFound(ConfigurationProblem problem) implements Event {}

    /// `arrivalNumber` counts the engine's contacts from 1. `precursor` is the contact whose place this one has taken
    /// over: a caller's own earlier contact, or the call that became this callback; of an internal call, on whose
    /// behalf it is; 0: none.
    record ContactQueued(
            ContactId contact,
            ClientId client,
            QueueId queue,
            long arrivalNumber,
            ContactKind kind,
            int priority,
            long precursor)
            implements Event {
        /// A call of no priority, at a place of its own.
        public ContactQueued(ContactId contact, ClientId client, QueueId queue, long arrivalNumber) {
            this(contact, client, queue, arrivalNumber, ContactKind.CALL, 0, 0);
        }
    }

    /// The contact waits in another queue; it keeps its arrival.
    record ContactMoved(ContactId contact, QueueId from, QueueId to, MoveCause cause) implements Event {}

    /// The contact has waited long enough for one more ring of its queue's requirement, from 2.
    record RingReached(ContactId contact, int ring) implements Event {}

    /// The answer to a question: how long the contact will still wait, and by how much such answers were wrong so
    /// far, on average. -1: nothing is known yet.
    record WaitEstimated(ContactId contact, long micros, long errorMicros) implements Event {}

    /// `ring` is the ring of the requirement that the contact had reached, from 1.
    record OfferMade(OfferId offer, ContactId contact, AgentId agent, RuleId rule, int ring) implements Event {}

    record OfferRang(OfferId offer, ContactId contact, AgentId agent) implements Event {}

    record OfferEnded(OfferId offer, ContactId contact, AgentId agent, OfferOutcome outcome) implements Event {}

    /// The contact waits again, at its old place.
    record ContactRequeued(ContactId contact) implements Event {}

    record ContactAnswered(ContactId contact, OfferId offer, AgentId agent) implements Event {}

    record ContactHeld(ContactId contact) implements Event {}

    record ContactResumed(ContactId contact) implements Event {}

    /// The contact has left its agent and waits again, in this queue, at its old place; `agent` is 0 unless it was
    /// transferred to one, or one took it over.
    record ContactTransferred(ContactId contact, AgentId from, QueueId queue, int agent) implements Event {}

    record ContactEnded(ContactId contact, ContactOutcome outcome) implements Event {}

    /// `disposition` is [DispositionCode#NONE] when the limit, or the agent's sign-out, ended the wrap-up.
    record WrapUpEnded(AgentId agent, ContactId contact, DispositionCode disposition) implements Event {}

    record WrapUpExtended(AgentId agent, ContactId contact) implements Event {}

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
