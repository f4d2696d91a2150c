package org.kezheng.platform.callflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.telephony.AgentDevice;

/// What the call flow knows of both sides. The engine's side is the fold of its events, so replaying the journal
/// gives it back; the PBX's side comes with its first picture.
final class Picture {
    /// Ended contacts whose channel was never seen again are forgotten beyond this many, oldest first.
    static final int MAX_ENDED_CONTACTS = 4_096;

    final SequencedMap<ContactId, Contact> contacts = new LinkedHashMap<>();
    final SequencedMap<OfferId, Offer> offers = new LinkedHashMap<>();
    final SequencedMap<EffectId, Work> effects = new LinkedHashMap<>();
    final Map<QueueId, QueueDefinition> queues = new HashMap<>();
    final SequencedMap<OfferId, Leg> legs = new LinkedHashMap<>();
    final TrunkLines trunks;
    final CarriedLegs carried = new CarriedLegs();
    final Map<AgentId, AgentDevice> devices = new HashMap<>();
    /// What whoever picks up an agent's mobile hears, by the agents whose device is their mobile.
    final Map<AgentId, String> mobilePrompts = new HashMap<>();
    /// The legs to mobiles, by the offer that each was made for. Any thread may ask.
    final Map<OfferId, MobileLeg> mobiles = new ConcurrentHashMap<>();
    /// Contacts that are not joined with the agent's leg alone. Any thread may ask.
    private final Map<ContactId, String> apart = new ConcurrentHashMap<>();

    boolean isConnected;
    /// The newest instant that was told.
    Instant now = Instant.EPOCH;

    @Nullable
    String bootEpoch;

    private int endedContacts;

    Picture(TrunkPlan trunks, @Nullable String bootEpoch) {
        this.trunks = new TrunkLines(trunks, contacts.values(), mobiles.values());
        this.bootEpoch = bootEpoch;
    }

    void fold(Command command, List<Event> events) {
        if (command instanceof Command.Configure(var configuration)
                && events.stream().anyMatch(Event.ConfigurationApplied.class::isInstance)) {
            queues.clear();
            configuration.queues().forEach(queue -> queues.put(queue.queue(), queue));
        }
        if (command instanceof Command.Leave(var id, var cause) && cause == LeaveCause.HANDED_OVER) {
            handedOver(id, events);
        }
        boolean isTakeOver = command instanceof Command.TakeOver;
        events.forEach(event -> {
            if (isTakeOver && event instanceof Event.ContactTransferred transferred) {
                goesOver(transferred);
            } else {
                fold(event);
            }
        });
    }

    private void handedOver(ContactId id, List<Event> events) {
        Contact contact = contacts.get(id);
        if (contact != null && events.stream().anyMatch(Event.ContactEnded.class::isInstance)) {
            contact.isHandedOver = true;
        }
    }

    private void fold(Event event) {
        switch (event) {
            case Event.ContactQueued queued -> queued(queued);
            case Event.ContactMoved moved -> waitsIn(moved.contact(), moved.to());
            case Event.ContactTransferred transferred -> {
                waitsIn(transferred.contact(), transferred.queue());
                waitsAgain(transferred.contact());
            }
            case Event.OfferMade(var offer, var contact, var agent, var rule, var ring) ->
                made(offer, new Offer(contact, agent, false));
            case Event.OfferEnded(var offer, var contact, var agent, var outcome) -> {
                if (outcome == OfferOutcome.ANSWERED) {
                    offers.computeIfPresent(offer, (id, made) -> made.answered());
                } else {
                    offers.remove(offer);
                }
            }
            case Event.ContactAnswered(var id, var offer, var agent) -> answered(id, offer);
            case Event.ContactEnded(var id, var outcome) -> ended(id);
            case Event.EffectRequested(var id, var effect) -> effects.put(id, new Work(effect, Work.Progress.PENDING));
            case Event.EffectSettled(var id) -> effects.remove(id);
            case Event.ConfigurationApplied applied -> {}
            case Event.OfferRang rang -> {}
            case Event.ContactRequeued(var id) -> requeued(id);
            case Event.ContactHeld(var id) -> held(id, true);
            case Event.ContactResumed(var id) -> held(id, false);
            case Event.WrapUpEnded wrapUp -> {}
            case Event.AgentStateChanged changed -> {}
            case Event.NextStateChosen chosen -> {}
            case Event.CommandRefused refused -> {}
            case Event.RingReached reached -> {}
            case Event.WaitEstimated estimated -> {}
            case Event.WrapUpExtended extended -> {}
            case Event.ConfigurationProblemFound problem -> {}
        }
    }

    private void queued(Event.ContactQueued queued) {
        Contact contact = contacts.computeIfAbsent(queued.contact(), absent -> new Contact(absent, queued.queue()));
        contact.stage = Contact.Stage.QUEUED;
        contact.queue = queued.queue();
        contact.priority = queued.priority();
        Contact precursor = contacts.get(new ContactId(Math.max(1, queued.precursor())));
        contact.place = precursor == null ? queued.arrivalNumber() : precursor.place;
        if (queued.kind() == ContactKind.CALLBACK) {
            contact.isOutward = true;
            contact.precursor = queued.precursor();
        } else if (queued.kind() == ContactKind.INTERNAL) {
            contact.isInternal = true;
            seat(contact, Contact.Seat.ROOM);
            contact.wasMoved = true;
            contact.precursor = queued.precursor();
            contact.wasCallerAside = callerOf(contact).isHeld;
        }
    }

    /// A talk goes over to an agent whose leg stands: in the internal call that ends with it.
    private void goesOver(Event.ContactTransferred transferred) {
        Contact contact = contacts.get(transferred.contact());
        if (contact == null) {
            return;
        }
        offers.remove(contact.talk);
        boolean isJoined = contact.seat == Contact.Seat.JOINED || contact.seat == Contact.Seat.UNKNOWN;
        contact.partsFrom = isJoined ? contact.talk : null;
        contact.talk = null;
        contact.isHeld = false;
        contact.isHeldByPhone = false;
        contact.wasMoved = true;
        carried.begin(legOfInternalTalk(new AgentId(transferred.agent())));
    }

    private @Nullable OfferId legOfInternalTalk(AgentId agent) {
        return contacts.values().stream()
                .filter(contact -> contact.isInternal && contact.stage == Contact.Stage.TALKING)
                .map(contact -> contact.talk)
                .filter(talk -> talk != null && offers.containsKey(talk))
                .filter(talk -> Objects.requireNonNull(offers.get(talk)).agent().equals(agent))
                .findFirst()
                .orElse(null);
    }

    private void made(OfferId offer, Offer made) {
        offers.put(offer, made);
        OfferId former = carried.end(offer);
        Leg leg = former == null ? null : legs.remove(former);
        if (leg != null) {
            legs.put(offer, leg);
        }
    }

    /// Where the contact's channel is from now on.
    void seat(Contact contact, Contact.Seat seat) {
        contact.seat = seat;
        if (seat == Contact.Seat.JOINED) {
            apart.remove(contact.id);
        } else {
            apart.put(contact.id, contact.room);
        }
    }

    /// The room of a contact that is not joined with one agent's leg alone. Any thread may ask.
    Optional<String> roomOf(ContactId contact) {
        return Optional.ofNullable(apart.get(contact));
    }

    private void held(ContactId id, boolean isHeld) {
        Contact contact = contacts.get(id);
        if (contact != null) {
            contact.isHeld = isHeld;
            contact.wasMoved = true;
            consultation(contact).ifPresent(inner -> inner.wasCallerAside |= isHeld);
        }
    }

    /// The internal call on behalf of a contact that rings or talks; there is one at most.
    Optional<Contact> consultation(Contact contact) {
        return contacts.values().stream()
                .filter(inner -> inner.isInternal && inner.precursor == contact.id.value() && !inner.hasEnded())
                .findFirst();
    }

    /// The contact on whose behalf an internal call is, or itself where there is none.
    Contact callerOf(Contact internal) {
        Contact caller = internal.precursor == 0 ? null : contacts.get(new ContactId(internal.precursor));
        return caller == null ? internal : caller;
    }

    /// The offer whose leg that is; a leg that was carried over belongs to the offer that it serves now.
    Optional<OfferId> offerOf(String legId) {
        return Names.offer(legId).map(carried::servedBy);
    }

    /// The leg's id of an offer.
    String legOf(OfferId offer) {
        OfferId made = carried.madeFor(offer);
        MobileLeg mobile = mobiles.get(made);
        return mobile == null || mobile.legId.isEmpty() ? Names.leg(made) : mobile.legId;
    }

    private void waitsIn(ContactId id, QueueId queue) {
        Contact contact = contacts.get(id);
        if (contact != null) {
            contact.queue = queue;
        }
    }

    private void waitsAgain(ContactId id) {
        Contact contact = contacts.get(id);
        if (contact != null) {
            offers.remove(contact.talk);
            contact.stage = Contact.Stage.QUEUED;
            contact.partsFrom = contact.talk;
            contact.talk = null;
            contact.isHeld = false;
            contact.isHeldByPhone = false;
            contact.wasMoved = false;
            seat(contact, Contact.Seat.JOINED);
        }
    }

    /// The answer to whose call it is stands in no journal: after a restart it is asked once more.
    private void requeued(ContactId id) {
        Contact contact = contacts.get(id);
        if (contact != null) {
            contact.isOwnerAsked = contact.isOutward && contact.precursor == 0;
        }
    }

    private void answered(ContactId id, OfferId offer) {
        Contact contact = contacts.get(id);
        if (contact != null) {
            contact.isOwnerAsked = false;
            contact.stage = Contact.Stage.TALKING;
            contact.talk = offer;
        }
    }

    private void ended(ContactId id) {
        Contact contact = contacts.get(id);
        if (contact == null || contact.hasEnded()) {
            return;
        }
        contact.partsFrom = null;
        contact.isHeld = false;
        contact.stage = Contact.Stage.ENDED;
        offers.values().removeIf(offer -> offer.contact().equals(id));
        endedContacts++;
        if (endedContacts > MAX_ENDED_CONTACTS) {
            contacts.values().stream()
                    .filter(other -> other.hasEnded() && !other.isHandedOver)
                    .findFirst()
                    .ifPresent(oldest -> forget(oldest.id));
        }
    }

    /// How many wait before the contact in its queue, phones that ring for them included.
    int before(Contact contact) {
        return (int) contacts.values().stream()
                .filter(other -> other.stage == Contact.Stage.QUEUED && other.queue.equals(contact.queue))
                .filter(other -> other != contact && isBefore(other, contact))
                .count();
    }

    private static boolean isBefore(Contact one, Contact other) {
        return one.priority > other.priority || (one.priority == other.priority && one.place < other.place);
    }

    void passed(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    /// Whether a caller may still be joined with the leg of a talk that has been transferred away.
    boolean isPartedFrom(OfferId offer) {
        return contacts.values().stream().anyMatch(contact -> offer.equals(contact.partsFrom));
    }

    /// Both sides are done with the contact.
    void forget(ContactId id) {
        apart.remove(id);
        Contact gone = contacts.remove(id);
        if (gone != null && gone.hasEnded()) {
            endedContacts--;
        }
    }
}
