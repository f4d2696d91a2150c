package org.kezheng.evidence.packs;

import java.util.function.Predicate;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// Picks the journal's records that tell something about one contact.
public final class ContactRecords {
    private ContactRecords() {}

    /// Whether one of a record's events is about the contact.
    public static Predicate<JournalRecord> about(ContactId contact) {
        return entry -> entry.events().stream().anyMatch(event -> isAbout(event, contact));
    }

    private static boolean isAbout(Event event, ContactId contact) {
        return switch (event) {
            case Event.ContactQueued queued -> queued.contact().equals(contact);
            case Event.OfferMade made -> made.contact().equals(contact);
            case Event.OfferRang rang -> rang.contact().equals(contact);
            case Event.OfferEnded ended -> ended.contact().equals(contact);
            case Event.ContactRequeued requeued -> requeued.contact().equals(contact);
            case Event.ContactAnswered answered -> answered.contact().equals(contact);
            case Event.ContactHeld held -> held.contact().equals(contact);
            case Event.ContactResumed resumed -> resumed.contact().equals(contact);
            case Event.ContactEnded ended -> ended.contact().equals(contact);
            case Event.WrapUpEnded ended -> ended.contact().equals(contact);
            case Event.ContactMoved moved -> moved.contact().equals(contact);
            case Event.RingReached reached -> reached.contact().equals(contact);
            case Event.WaitEstimated estimated -> estimated.contact().equals(contact);
            case Event.ContactTransferred transferred -> transferred.contact().equals(contact);
            case Event.WrapUpExtended extended -> extended.contact().equals(contact);
            case Event.AgentStateChanged changed -> changed.contact() == contact.value();
            case Event.EffectRequested requested -> isAbout(requested.effect(), contact);
            case Event.ConfigurationApplied _,
                    Event.ConfigurationProblemFound _,
                    Event.NextStateChosen _,
                    Event.EffectSettled _,
                    Event.CommandRefused _ -> false;
        };
    }

    private static boolean isAbout(Effect effect, ContactId contact) {
        return switch (effect) {
            case Effect.Ring ring -> ring.contact().equals(contact);
            case Effect.Disconnect disconnect -> disconnect.contact().equals(contact);
            case Effect.Divert divert -> divert.contact().equals(contact);
            case Effect.StopRinging _ -> false;
        };
    }
}
