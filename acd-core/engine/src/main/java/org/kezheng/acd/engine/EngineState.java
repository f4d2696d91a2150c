package org.kezheng.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole state of an engine, and the two ways out of it: events and the grounds of decisions.
///
/// Instants inside are on the engine's own clock, which stands still while the wall clock is set forward.
final class EngineState {
    private static final EventWriter NOWHERE = new RecordWriter();

    final Limits limits;
    final Contacts contacts;
    final Agents agents;
    final WrapUps wrapUps;
    final PassOvers passOvers;
    final KeptPlaces keptPlaces;
    final PendingEffects effects;
    final EndedContacts ended;
    final Deadlines deadlines;
    /// Free agents who are still to be looked at, by idle number; nodes are their rows.
    final OrderedQueues unlooked;

    RoutingPlan plan;
    QueueStatistics statistics;

    @Nullable
    Configuration configuration;

    long now;
    Decision.@Nullable Witness witness;
    /// An offer could not be made for want of room for effects.
    boolean isStarved;

    EventWriter events = NOWHERE;

    private long skippedMicros;

    EngineState(Limits limits) {
        this.limits = limits;
        contacts = new Contacts(limits.contacts());
        agents = new Agents(limits.agents());
        wrapUps = new WrapUps(limits.contacts(), agents);
        passOvers = new PassOvers(limits.passOvers(), contacts, agents);
        keptPlaces = new KeptPlaces(limits.keptPlaces());
        effects = new PendingEffects(limits.effects());
        ended = new EndedContacts(limits.endedContacts());
        deadlines = new Deadlines(limits.contacts(), limits.contacts(), limits.passOvers());
        unlooked = new OrderedQueues(1, limits.agents(), 0);
        plan = new RoutingPlan(new Configuration(1, List.of(), List.of(), List.of()), agents, limits);
        statistics = new QueueStatistics(plan.queues());
    }

    void begin(long nowMicros, EventWriter to, Decision.@Nullable Witness toWitness) {
        now = Math.max(now, nowMicros - skippedMicros);
        events = to;
        witness = toWitness;
    }

    void end() {
        events = NOWHERE;
        witness = null;
    }

    /// From now on the engine's clock is that much behind the wall clock.
    void skip(long micros) {
        skippedMicros += micros;
    }

    long toWall(long instant) {
        return instant + skippedMicros;
    }

    void refuse(Refusal refusal) {
        events.commandRefused(refusal);
    }

    boolean hasRoomForEffect() {
        return effects.uncommitted(contacts.count(), contacts.legs()) > 0;
    }

    /// For a contact that comes together with its leg.
    boolean hasRoomForContactAndLeg() {
        return effects.uncommitted(contacts.count(), contacts.legs()) > 1;
    }

    long requestRing(long offer, long contact, int agentId) {
        long id = effects.add(PendingEffects.Kind.RING, offer, contact, agentId);
        events.ringRequested(id, offer, contact, agentId);
        return id;
    }

    void requestStop(long offer) {
        events.stopRingingRequested(effects.add(PendingEffects.Kind.STOP_RINGING, offer, 0, 0), offer);
    }

    void requestDisconnect(long contact) {
        events.disconnectRequested(effects.add(PendingEffects.Kind.DISCONNECT, 0, contact, 0), contact);
    }

    void requestDivert(long contact, Diversion to) {
        long id = effects.add(PendingEffects.Kind.DIVERT, 0, contact, to.ordinal());
        events.divertRequested(id, contact, to);
    }

    void settle(long effect) {
        long offer = effects.ringsFor(effect);
        effects.settle(effect);
        if (offer != 0) {
            contacts.setRingEffect(contacts.findByOffer(offer), 0);
        }
        events.effectSettled(effect);
    }

    QueueDefinition queueOf(int contactRow) {
        return plan.queues().definition(contacts.queue(contactRow));
    }

    int channelOf(int contactRow) {
        return contacts.kind(contactRow).channel().ordinal();
    }

    /// The first of the two numbers that order the waiting.
    long keyOf(int contactRow) {
        RoutingRules rules = plan.rules();
        return contacts.arrived(contactRow) - priorityOf(contactRow) * rules.priorityWeightMicros();
    }

    int priorityOf(int contactRow) {
        int vip = contacts.isVip(contactRow) ? plan.rules().vipPriority() : 0;
        return contacts.priority(contactRow) + plan.queues().priority(contacts.queue(contactRow)) + vip;
    }

    long digest() {
        Digest digest = new Digest();
        digest.add(configuration == null ? 0 : configuration.version());
        digest.add(now);
        digest.add(skippedMicros);
        digest.add(isStarved ? 1 : 0);
        contacts.digest(digest);
        agents.digest(digest);
        wrapUps.digest(digest);
        passOvers.digest(digest);
        keptPlaces.digest(digest);
        effects.digest(digest);
        ended.digest(digest);
        deadlines.digest(digest);
        statistics.digest(digest);
        digestUnlooked(digest);
        return digest.value();
    }

    private void digestUnlooked(Digest digest) {
        for (int agent = 0; agent < agents.rows(); agent++) {
            if (unlooked.contains(agent)) {
                digest.add(agent);
            }
        }
    }

    void save(StateSink sink) {
        sink.number(now);
        sink.number(skippedMicros);
        sink.number(isStarved ? 1 : 0);
        contacts.save(sink);
        agents.save(sink);
        wrapUps.save(sink);
        passOvers.save(sink);
        keptPlaces.save(sink);
        effects.save(sink);
        ended.save(sink);
        deadlines.save(sink);
        statistics.save(sink);
        for (int agent = 0; agent < agents.rows(); agent++) {
            if (unlooked.contains(agent)) {
                sink.number(agent + 1);
            }
        }
        sink.number(0);
    }

    /// The plan is made, and the orders are filled, from what is read.
    void restore(@Nullable Configuration inForce, StateSource source) {
        now = source.number();
        skippedMicros = source.number();
        isStarved = source.number() != 0;
        contacts.restore(source);
        agents.restore(source);
        configuration = inForce;
        if (inForce != null) {
            plan = new RoutingPlan(inForce, agents, limits);
            statistics = new QueueStatistics(plan.queues());
        }
        wrapUps.restore(source);
        passOvers.restore(source);
        keptPlaces.restore(source);
        effects.restore(source);
        ended.restore(source);
        deadlines.restore(source);
        statistics.restore(source);
        for (long next = source.number(); next != 0; next = source.number()) {
            int agent = Checks.index(next - 1, agents.rows());
            unlooked.insert(0, agent, agents.idleNumber(agent), 0);
        }
    }
}
