package org.kezheng.acd.engine;

/// Makes a record of each event.
final class RecordWriter implements EventWriter {
    private static final EventSink NOWHERE = event -> {};

    private EventSink sink = NOWHERE;

    RecordWriter to(EventSink toSink) {
        sink = toSink;
        return this;
    }

    @Override
    public void configurationApplied(long version) {
        sink.accept(new Event.ConfigurationApplied(version));
    }

    @Override
    public void configurationProblemFound(ConfigurationProblem problem) {
        sink.accept(new Event.ConfigurationProblemFound(problem));
    }

    @Override
    public void contactQueued(
            long contact, int client, int queue, long arrivalNumber, ContactKind kind, int priority, long precursor) {
        sink.accept(new Event.ContactQueued(
                new ContactId(contact),
                new ClientId(client),
                new QueueId(queue),
                arrivalNumber,
                kind,
                priority,
                precursor));
    }

    @Override
    public void contactMoved(long contact, int from, int to, MoveCause cause) {
        sink.accept(new Event.ContactMoved(new ContactId(contact), new QueueId(from), new QueueId(to), cause));
    }

    @Override
    public void ringReached(long contact, int ring) {
        sink.accept(new Event.RingReached(new ContactId(contact), ring));
    }

    @Override
    public void waitEstimated(long contact, long micros, long errorMicros) {
        sink.accept(new Event.WaitEstimated(new ContactId(contact), micros, errorMicros));
    }

    @Override
    public void offerMade(long offer, long contact, int agent, RuleId rule, int ring) {
        sink.accept(new Event.OfferMade(new OfferId(offer), new ContactId(contact), new AgentId(agent), rule, ring));
    }

    @Override
    public void offerRang(long offer, long contact, int agent) {
        sink.accept(new Event.OfferRang(new OfferId(offer), new ContactId(contact), new AgentId(agent)));
    }

    @Override
    public void offerEnded(long offer, long contact, int agent, OfferOutcome outcome) {
        sink.accept(new Event.OfferEnded(new OfferId(offer), new ContactId(contact), new AgentId(agent), outcome));
    }

    @Override
    public void contactRequeued(long contact) {
        sink.accept(new Event.ContactRequeued(new ContactId(contact)));
    }

    @Override
    public void contactAnswered(long contact, long offer, int agent) {
        sink.accept(new Event.ContactAnswered(new ContactId(contact), new OfferId(offer), new AgentId(agent)));
    }

    @Override
    public void contactHeld(long contact) {
        sink.accept(new Event.ContactHeld(new ContactId(contact)));
    }

    @Override
    public void contactResumed(long contact) {
        sink.accept(new Event.ContactResumed(new ContactId(contact)));
    }

    @Override
    public void contactTransferred(long contact, int from, int queue, int agent) {
        sink.accept(new Event.ContactTransferred(new ContactId(contact), new AgentId(from), new QueueId(queue), agent));
    }

    @Override
    public void contactEnded(long contact, ContactOutcome outcome) {
        sink.accept(new Event.ContactEnded(new ContactId(contact), outcome));
    }

    @Override
    public void wrapUpEnded(int agent, long contact, DispositionCode disposition) {
        sink.accept(new Event.WrapUpEnded(new AgentId(agent), new ContactId(contact), disposition));
    }

    @Override
    public void wrapUpExtended(int agent, long contact) {
        sink.accept(new Event.WrapUpExtended(new AgentId(agent), new ContactId(contact)));
    }

    @Override
    public void agentStateChanged(int agent, AgentState from, AgentState to, ReasonCode reason, long contact) {
        sink.accept(new Event.AgentStateChanged(new AgentId(agent), from, to, reason, contact));
    }

    @Override
    public void nextStateChosen(int agent, AgentState next, ReasonCode reason) {
        sink.accept(new Event.NextStateChosen(new AgentId(agent), next, reason));
    }

    @Override
    public void ringRequested(long effect, long offer, long contact, int agent) {
        request(effect, new Effect.Ring(new OfferId(offer), new ContactId(contact), new AgentId(agent)));
    }

    @Override
    public void stopRingingRequested(long effect, long offer) {
        request(effect, new Effect.StopRinging(new OfferId(offer)));
    }

    @Override
    public void disconnectRequested(long effect, long contact) {
        request(effect, new Effect.Disconnect(new ContactId(contact)));
    }

    @Override
    public void divertRequested(long effect, long contact, Diversion to) {
        request(effect, new Effect.Divert(new ContactId(contact), to));
    }

    @Override
    public void effectSettled(long effect) {
        sink.accept(new Event.EffectSettled(new EffectId(effect)));
    }

    @Override
    public void commandRefused(Refusal refusal) {
        sink.accept(new Event.CommandRefused(refusal));
    }

    private void request(long id, Effect effect) {
        sink.accept(new Event.EffectRequested(new EffectId(id), effect));
    }
}
