package org.kezheng.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.Refusal;

/// Everything that is, and what has just happened.
final class Site {
    final Limits limits;
    Optional<Configuration> configuration = Optional.empty();
    final Map<ContactId, Contact> contacts = new LinkedHashMap<>();
    final Map<Integer, Agent> agents = new TreeMap<>();
    /// Oldest first.
    final List<WrapUp> wrapUps = new ArrayList<>();

    final List<PassOver> passOvers = new ArrayList<>();
    /// By token, oldest first.
    final Map<Long, KeptPlace> keptPlaces = new LinkedHashMap<>();

    final Map<Long, Effect> pending = new LinkedHashMap<>();
    final Map<QueueId, QueueFigures> figures = new LinkedHashMap<>();
    private final Set<ContactId> ended = new LinkedHashSet<>();
    final List<Event> events = new ArrayList<>();

    long now;
    long skippedMicros;
    boolean isStarved;
    long arrivals;
    long idles;
    long lastOffer;
    long lastEffect;
    private long settings;

    Site(Limits limits) {
        this.limits = limits;
    }

    void tell(Event event) {
        events.add(event);
    }

    void refuse(Refusal refusal) {
        events.add(new Event.CommandRefused(refusal));
    }

    void setDeadline(Timed timed, long at) {
        timed.dueAt = at;
        timed.setting = ++settings;
    }

    Stream<QueueDefinition> queues() {
        return configuration.stream().flatMap(present -> present.queues().stream());
    }

    Optional<QueueDefinition> findQueue(QueueId id) {
        return queues().filter(queue -> queue.queue().equals(id)).findFirst();
    }

    QueueDefinition queueOf(Contact contact) {
        return findQueue(contact.queue).orElseThrow();
    }

    QueueFigures figuresOf(QueueId queue) {
        return figures.computeIfAbsent(queue, id -> new QueueFigures());
    }

    long waitingIn(QueueId queue) {
        return contacts.values().stream()
                .filter(contact -> contact.stands && contact.queue.equals(queue))
                .count();
    }

    Optional<Agent> findAgent(AgentId id) {
        return Optional.ofNullable(agents.get(id.value()));
    }

    Agent agentOf(Contact contact) {
        return contact.agent.flatMap(this::findAgent).orElseThrow();
    }

    Optional<Contact> ringingAt(AgentId agent) {
        return contacts.values().stream()
                .filter(contact -> contact.stage == Contact.Stage.RINGING && contact.isWith(agent))
                .findFirst();
    }

    Optional<Contact> findByOffer(OfferId offer) {
        return contacts.values().stream()
                .filter(contact -> contact.offer == offer.value())
                .findFirst();
    }

    List<WrapUp> wrapUpsOf(AgentId agent) {
        return wrapUps.stream().filter(wrapUp -> wrapUp.agent.equals(agent)).toList();
    }

    /// Contacts of a channel that the agent handles, from the offer to the end of wrap-up.
    long load(AgentId agent, Channel channel) {
        long withAgent = contacts.values().stream()
                .filter(contact -> !contact.isWaiting() && contact.isWith(agent) && contact.kind.channel() == channel)
                .count();
        return withAgent
                + wrapUpsOf(agent).stream()
                        .filter(wrapUp -> wrapUp.channel == channel)
                        .count();
    }

    boolean isHandling(AgentId agent) {
        return Stream.of(Channel.values()).anyMatch(channel -> load(agent, channel) > 0);
    }

    boolean isPassedOver(Contact contact, AgentId agent) {
        return passOvers.stream().anyMatch(pass -> pass.contact == contact && pass.agent.equals(agent));
    }

    int priorityOf(Contact contact) {
        int vip = contact.isVip ? configuration.orElseThrow().rules().vipPriority() : 0;
        return contact.priority + queueOf(contact).priority() + vip;
    }

    long keyOf(Contact contact) {
        return contact.arrived
                - priorityOf(contact) * configuration.orElseThrow().rules().priorityWeightMicros();
    }

    boolean isKnown(ContactId contact) {
        return contacts.containsKey(contact) || ended.contains(contact);
    }

    boolean hasEnded(ContactId contact) {
        return ended.contains(contact);
    }

    void remember(ContactId contact) {
        ended.add(contact);
        if (ended.size() > limits.endedContacts()) {
            ended.remove(ended.iterator().next());
        }
    }

    /// Each contact may still have to be disconnected, each leg stopped; a ring that is asked for is its leg's.
    boolean hasRoomForEffect() {
        return uncommittedEffects() > 0;
    }

    /// For a contact that comes together with its leg.
    boolean hasRoomForContactAndLeg() {
        return uncommittedEffects() > 1;
    }

    private long uncommittedEffects() {
        long legs = contacts.values().stream()
                .filter(contact -> !contact.isWaiting())
                .count();
        long rings = pending.values().stream()
                .filter(effect -> effect instanceof Effect.Ring)
                .count();
        return limits.effects() - pending.size() + rings - contacts.size() - legs;
    }

    private void request(Effect effect) {
        lastEffect++;
        pending.put(lastEffect, effect);
        tell(new Event.EffectRequested(new EffectId(lastEffect), effect));
    }

    void requestRing(Contact contact, Agent agent) {
        request(new Effect.Ring(new OfferId(contact.offer), contact.id, agent.id()));
        contact.ringEffect = lastEffect;
    }

    void requestStop(long offer) {
        request(new Effect.StopRinging(new OfferId(offer)));
    }

    void requestDisconnect(ContactId contact) {
        request(new Effect.Disconnect(contact));
    }

    void requestDivert(ContactId contact, Diversion to) {
        request(new Effect.Divert(contact, to));
    }

    void settle(long effect) {
        pending.remove(effect);
        contacts.values().stream()
                .filter(contact -> contact.ringEffect == effect)
                .forEach(contact -> contact.ringEffect = 0);
        tell(new Event.EffectSettled(new EffectId(effect)));
    }
}
