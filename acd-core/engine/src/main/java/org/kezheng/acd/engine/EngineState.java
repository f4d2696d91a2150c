package org.kezheng.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole state of an engine, and the two ways out of it: events and the grounds of decisions.
///
/// Instants inside are on the engine's own clock, which stands still while the wall clock is set forward.
final class EngineState {
    private static final EventSink NOWHERE = event -> {};

    final Limits limits;
    final Contacts contacts;
    final Agents agents;
    final PassOvers passOvers;
    final PendingEffects effects;
    final EndedContacts ended;
    final Deadlines deadlines;
    RoutingPlan plan;

    @Nullable
    Configuration configuration;

    long now;
    Decision.@Nullable Witness witness;
    /// A contact could not be offered for want of room for effects.
    boolean isStarved;

    private EventSink sink = NOWHERE;
    private long skippedMicros;

    EngineState(Limits limits) {
        this.limits = limits;
        contacts = new Contacts(limits.contacts());
        agents = new Agents(limits.agents());
        passOvers = new PassOvers(limits.passOvers(), contacts);
        effects = new PendingEffects(limits.effects());
        ended = new EndedContacts(limits.endedContacts());
        deadlines = new Deadlines(limits.contacts(), limits.agents(), limits.passOvers());
        plan = new RoutingPlan(new Configuration(1, List.of(), List.of(), List.of()), agents, limits.contacts());
    }

    void begin(long nowMicros, EventSink toSink, Decision.@Nullable Witness toWitness) {
        now = Math.max(now, nowMicros - skippedMicros);
        sink = toSink;
        witness = toWitness;
    }

    void end() {
        sink = NOWHERE;
        witness = null;
    }

    /// From now on the engine's clock is that much behind the wall clock.
    void skip(long micros) {
        skippedMicros += micros;
    }

    long toWall(long instant) {
        return instant + skippedMicros;
    }

    void emit(Event event) {
        sink.accept(event);
    }

    void refuse(Refusal refusal) {
        sink.accept(new Event.CommandRefused(refusal));
    }

    boolean hasRoomForEffect() {
        return effects.uncommitted(contacts.count(), contacts.legs()) > 0;
    }

    long request(Effect effect) {
        long id = effects.add(effect);
        sink.accept(new Event.EffectRequested(new EffectId(id), effect));
        return id;
    }

    void settle(long id) {
        if (effects.settle(id) instanceof Effect.Ring ring) {
            contacts.ringEffect[contacts.findByOffer(ring.offer().value())] = 0;
        }
        sink.accept(new Event.EffectSettled(new EffectId(id)));
    }

    QueueTimes timesOf(int contactRow) {
        return plan.queue(contacts.queue[contactRow]).times();
    }

    ContactId contactId(int row) {
        return new ContactId(contacts.id[row]);
    }

    OfferId offerId(int row) {
        return new OfferId(contacts.offer[row]);
    }

    long digest() {
        Digest digest = new Digest();
        digest.add(configuration == null ? 0 : configuration.version());
        digest.add(now);
        digest.add(skippedMicros);
        digest.add(isStarved ? 1 : 0);
        contacts.digest(digest);
        agents.digest(digest);
        passOvers.digest(digest);
        effects.digest(digest);
        ended.digest(digest);
        deadlines.digest(digest);
        return digest.value();
    }
}
