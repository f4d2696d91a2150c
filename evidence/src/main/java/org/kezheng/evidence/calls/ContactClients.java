package org.kezheng.evidence.calls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.security.tenancy.ClientId;

/// Which client a contact belongs to: said once by the journal, when the contact arrives. Remembers the newest
/// [#CAPACITY] contacts, several times what the engine's limits allow to be alive.
final class ContactClients {
    static final int CAPACITY = 200_000;

    private final Map<Long, ClientId> clients = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ClientId> eldest) {
            return size() > CAPACITY;
        }
    };

    /// Up to and with which record everything is learned.
    private long learned;

    /// Learns the records up to that position, unless they are known.
    void learnUpTo(long position, JournalProjector.JournalSource journal) {
        if (position == 0) {
            clients.clear();
            learned = 0;
        }
        if (learned >= position) {
            return;
        }
        for (JournalRecord record : journal.from(learned + 1)) {
            if (record.position() > position) {
                return;
            }
            learn(record);
        }
        if (learned < position) {
            throw new IllegalStateException("The tables stand at record " + position + ", beyond the journal's last, "
                    + learned + ": they are of another journal");
        }
    }

    void learn(JournalRecord record) {
        learned = Math.max(learned, record.position());
        for (Event event : record.events()) {
            if (event instanceof Event.ContactQueued queued) {
                clients.put(
                        queued.contact().value(), new ClientId(queued.client().value()));
            }
        }
    }

    /// The client that the event concerns; none for events about agents, effects or the configuration.
    Optional<ClientId> of(Event event) {
        return contactOf(event).map(contact -> {
            ClientId client = clients.get(contact.value());
            if (client == null) {
                throw new IllegalStateException("The journal names contact " + contact.value() + " before its arrival");
            }
            return client;
        });
    }

    private static Optional<ContactId> contactOf(Event event) {
        return switch (event) {
            case Event.ContactQueued queued -> Optional.of(queued.contact());
            case Event.OfferMade made -> Optional.of(made.contact());
            case Event.OfferRang rang -> Optional.of(rang.contact());
            case Event.OfferEnded ended -> Optional.of(ended.contact());
            case Event.ContactRequeued requeued -> Optional.of(requeued.contact());
            case Event.ContactAnswered answered -> Optional.of(answered.contact());
            case Event.ContactHeld held -> Optional.of(held.contact());
            case Event.ContactResumed resumed -> Optional.of(resumed.contact());
            case Event.ContactEnded ended -> Optional.of(ended.contact());
            case Event.WrapUpEnded wrapUp -> Optional.of(wrapUp.contact());
            case Event.ContactMoved moved -> Optional.of(moved.contact());
            case Event.RingReached reached -> Optional.of(reached.contact());
            case Event.WaitEstimated estimated -> Optional.of(estimated.contact());
            case Event.ContactTransferred transferred -> Optional.of(transferred.contact());
            case Event.WrapUpExtended extended -> Optional.of(extended.contact());
            case Event.ConfigurationProblemFound ignored -> Optional.empty();
            case Event.AgentStateChanged ignored -> Optional.empty();
            case Event.NextStateChosen ignored -> Optional.empty();
            case Event.ConfigurationApplied ignored -> Optional.empty();
            case Event.EffectRequested ignored -> Optional.empty();
            case Event.EffectSettled ignored -> Optional.empty();
            case Event.CommandRefused ignored -> Optional.empty();
        };
    }
}
