package org.kezheng.platform.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.measures.LiveFigures;
import org.kezheng.evidence.measures.MeasureScope;

/// What is going on now, folded from the journal's records in their order. For one thread at a time.
final class LiveModel {
    private final LiveFigures figures;
    private final TreeMap<Integer, LiveAgent> agents = new TreeMap<>();
    private final TreeMap<Long, LiveContact> contacts = new TreeMap<>();
    private final TreeMap<Integer, LiveQueue> queues = new TreeMap<>();
    /// Not of the journal: the call flow tells it.
    private final TreeMap<Long, OutsideParty> outsideParties = new TreeMap<>();

    private Changes changes = new Changes();

    LiveModel(MeasureScope scope) {
        this.figures = new LiveFigures(scope);
    }

    /// What a record changed.
    static final class Changes {
        final TreeSet<Integer> agents = new TreeSet<>();
        final TreeSet<Long> contacts = new TreeSet<>();
        final TreeSet<Integer> queues = new TreeSet<>();
        final TreeMap<Long, LiveContact> gone = new TreeMap<>();
    }

    Changes apply(JournalRecord record) {
        changes = new Changes();
        figures.apply(record);
        Instant at = Instant.EPOCH.plus(record.nowMicros(), ChronoUnit.MICROS);
        for (Event event : record.events()) {
            apply(event, at);
        }
        return changes;
    }

    /// The figures as of the record taken last.
    LiveFigures figures() {
        return figures;
    }

    Collection<LiveAgent> agents() {
        return agents.values();
    }

    Collection<LiveContact> contacts() {
        return contacts.values();
    }

    Optional<LiveAgent> agent(int id) {
        return Optional.ofNullable(agents.get(id));
    }

    Optional<LiveContact> contact(long id) {
        return Optional.ofNullable(contacts.get(id));
    }

    LiveQueue queue(int id) {
        return Objects.requireNonNull(queues.computeIfAbsent(id, LiveQueue::new));
    }

    private void apply(Event event, Instant at) {
        switch (event) {
            case Event.ContactQueued queued -> queues(queued, at);
            case Event.OfferMade made ->
                onContact(made.contact().value(), contact -> {
                    contact.agent = made.agent().value();
                    contact.offer = made.offer().value();
                    contact.enters(LiveContact.Stage.RINGING, at);
                });
            case Event.OfferRang ignored -> {}
            case Event.OfferEnded ended -> endsOffer(ended, at);
            case Event.ContactRequeued ignored -> {}
            case Event.ContactAnswered answered -> answers(answered, at);
            case Event.ContactHeld held -> holds(held.contact().value(), true);
            case Event.ContactResumed resumed -> holds(resumed.contact().value(), false);
            case Event.ContactEnded ended -> ends(ended, at);
            case Event.WrapUpEnded wrapUp -> endsWrapUp(wrapUp);
            case Event.AgentStateChanged changed -> changes(changed, at);
            case Event.NextStateChosen chosen -> {
                LiveAgent agent = agentOf(chosen.agent().value(), at);
                agent.next = chosen.next() == AgentState.READY ? null : chosen.next();
            }
            case Event.ConfigurationApplied ignored -> {}
            case Event.EffectRequested ignored -> {}
            case Event.EffectSettled ignored -> {}
            case Event.CommandRefused ignored -> {}
            case Event.ContactMoved moved ->
                moves(moved.contact().value(), moved.to().value());
            case Event.ContactTransferred transferred -> transfers(transferred, at);
            case Event.RingReached ignored -> {}
            case Event.WaitEstimated ignored -> {}
            case Event.WrapUpExtended ignored -> {}
            case Event.ConfigurationProblemFound ignored -> {}
        }
    }

    private void queues(Event.ContactQueued queued, Instant at) {
        LiveContact contact = new LiveContact(queued, at);
        contacts.put(contact.id, contact);
        if (contact.isInternal()) {
            Optional<LiveContact> asking = contact(contact.precursor);
            contact.caller = asking.map(one -> one.agent).orElse(0);
            contact.isAboutCall = asking.filter(one -> !one.isInternal()).isPresent();
        } else {
            queue(contact.queue).waiting.put(contact.id, contact);
        }
        touch(contact);
    }

    private void moves(long id, int to) {
        onContact(id, contact -> {
            queue(contact.queue).waiting.remove(id);
            changes.queues.add(contact.queue);
            contact.queue = to;
            if (contact.stage == LiveContact.Stage.WAITING || contact.stage == LiveContact.Stage.RINGING) {
                queue(to).waiting.put(id, contact);
            }
        });
    }

    private void transfers(Event.ContactTransferred transferred, Instant at) {
        long id = transferred.contact().value();
        onContact(id, contact -> {
            contact.formerAgent = contact.agent;
            contact.agent = 0;
            contact.offer = 0;
            contact.isHeld = false;
            contact.enters(LiveContact.Stage.WAITING, at);
        });
        moves(id, transferred.queue().value());
    }

    private void endsOffer(Event.OfferEnded ended, Instant at) {
        if (ended.outcome() != OfferOutcome.ANSWERED) {
            onContact(ended.contact().value(), contact -> {
                contact.formerAgent = contact.agent;
                contact.agent = 0;
                contact.offer = 0;
                contact.enters(LiveContact.Stage.WAITING, at);
            });
        }
    }

    private void answers(Event.ContactAnswered answered, Instant at) {
        onContact(answered.contact().value(), contact -> {
            contact.agent = answered.agent().value();
            contact.offer = answered.offer().value();
            contact.enters(LiveContact.Stage.TALKING, at);
            LiveQueue queue = queue(contact.queue);
            queue.waiting.remove(contact.id);
        });
    }

    private void holds(long id, boolean isHeld) {
        onContact(id, contact -> {
            contact.isHeld = isHeld;
            changes.agents.add(contact.agent);
        });
    }

    private void ends(Event.ContactEnded ended, Instant at) {
        long id = ended.contact().value();
        onContact(id, contact -> contact.isHeld = false);
        if (ended.outcome() == ContactOutcome.ANSWERED) {
            onContact(id, contact -> contact.enters(LiveContact.Stage.WRAP_UP, at));
            removeUnlessWrappedUp(id);
        } else {
            remove(id);
        }
    }

    /// A contact that was transferred lives on while the agent who had it wraps it up.
    private void endsWrapUp(Event.WrapUpEnded wrapUp) {
        LiveContact contact = contacts.get(wrapUp.contact().value());
        if (contact != null
                && contact.stage == LiveContact.Stage.WRAP_UP
                && contact.agent == wrapUp.agent().value()) {
            remove(contact.id);
        }
    }

    private void changes(Event.AgentStateChanged changed, Instant at) {
        LiveAgent agent = agentOf(changed.agent().value(), at);
        long before = agent.contact;
        agent.changes(changed, at);
        if (before != 0 && before != agent.contact) {
            removeUnlessWrappedUp(before);
        }
        for (LiveQueue queue : queues.values()) {
            changes.queues.add(queue.id);
        }
    }

    /// An ended contact stays on the desks only while its agent is still busy with it.
    private void removeUnlessWrappedUp(long id) {
        LiveContact contact = contacts.get(id);
        if (contact != null && contact.stage == LiveContact.Stage.WRAP_UP) {
            LiveAgent agent = agents.get(contact.agent);
            if (agent == null || agent.contact != id) {
                remove(id);
            }
        }
    }

    /// Somebody outside is called about a contact; `null`: nobody any more.
    ///
    /// @return the agent who has the contact; 0: nobody
    int outsideParty(long id, @Nullable OutsideParty party) {
        LiveContact contact = contacts.get(id);
        if (contact == null || party == null) {
            outsideParties.remove(id);
        } else {
            outsideParties.put(id, party);
        }
        return contact == null ? 0 : contact.agent;
    }

    @Nullable
    OutsideParty outsidePartyOf(long id) {
        return outsideParties.get(id);
    }

    private void remove(long id) {
        outsideParties.remove(id);
        LiveContact contact = contacts.remove(id);
        if (contact != null) {
            queue(contact.queue).waiting.remove(id);
            changes.contacts.remove(id);
            changes.gone.put(id, contact);
            changes.queues.add(contact.queue);
            touchCaller(contact);
        }
    }

    private void onContact(long id, Consumer<LiveContact> change) {
        @Nullable LiveContact contact = contacts.get(id);
        if (contact != null) {
            change.accept(contact);
            touch(contact);
        }
    }

    private void touch(LiveContact contact) {
        changes.contacts.add(contact.id);
        changes.queues.add(contact.queue);
        touchCaller(contact);
    }

    /// Whoever called somebody about a contact sees what comes of it.
    private void touchCaller(LiveContact contact) {
        if (contact.isInternal() && contact.caller != 0) {
            changes.agents.add(contact.caller);
        }
    }

    /// The internal call about a contact, that rings or talks; there is one at most.
    Optional<LiveContact> consultationOf(long id) {
        return contacts.values().stream()
                .filter(inner -> inner.isInternal() && inner.precursor == id && inner.isTalkOrRings())
                .findFirst();
    }

    private LiveAgent agentOf(int id, Instant at) {
        changes.agents.add(id);
        return agents.computeIfAbsent(id, key -> new LiveAgent(key, at));
    }
}
