package org.kezheng.reference;

import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.Overflow;
import org.kezheng.acd.engine.QueueId;

/// Where contacts go whose queue is full, or who have waited for too long; and whose place is kept.
final class Overflowing {
    private final Site site;
    private final ContactChanges contacts;
    private final Matching matching;

    Overflowing(Site site, ContactChanges contacts, Matching matching) {
        this.site = site;
        this.contacts = contacts;
        this.matching = matching;
    }

    boolean isFull(QueueId queue) {
        int most = site.findQueue(queue).orElseThrow().bounds().maxWaiting();
        return most > 0 && site.waitingIn(queue) >= most;
    }

    void waitIn(Contact contact) {
        while (isFull(contact.queue)) {
            Overflow overflow = site.queueOf(contact).bounds().whenFull();
            if (!(overflow instanceof Overflow.ToQueue(var target))) {
                leave(contact, overflow, ContactOutcome.OVERFLOWED);
                return;
            }
            move(contact, target, MoveCause.QUEUE_FULL);
        }
        contacts.enterWaiting(contact);
        matching.placeContact(contact);
    }

    void waitedTooLong(Contact contact) {
        contacts.leaveWaiting(contact);
        Overflow overflow = site.queueOf(contact).bounds().whenWaitedTooLong();
        if (overflow instanceof Overflow.ToQueue(var target)) {
            move(contact, target, MoveCause.WAITED_TOO_LONG);
            waitIn(contact);
        } else {
            leave(contact, overflow, ContactOutcome.TIMED_OUT);
        }
    }

    void move(Contact contact, QueueId queue, MoveCause cause) {
        site.tell(new Event.ContactMoved(contact.id, contact.queue, queue, cause));
        contacts.enterQueue(contact, queue);
        contact.predicted = Contact.UNKNOWN;
    }

    private void leave(Contact contact, Overflow overflow, ContactOutcome disconnected) {
        switch (overflow) {
            case Overflow.ToVoicemail() -> divert(contact, ContactOutcome.VOICEMAIL, Diversion.VOICEMAIL);
            case Overflow.ToCallback() -> {
                keepPlace(contact);
                divert(contact, ContactOutcome.CALLBACK, Diversion.CALLBACK);
            }
            case Overflow.ToAnnouncement() -> divert(contact, ContactOutcome.OVERFLOWED, Diversion.ANNOUNCEMENT);
            case Overflow.Disconnect() -> {
                contacts.end(contact, disconnected);
                site.requestDisconnect(contact.id);
            }
            case Overflow.ToQueue(var target) -> throw new IllegalStateException("Moves to " + target);
        }
    }

    private void divert(Contact contact, ContactOutcome outcome, Diversion to) {
        contacts.end(contact, outcome);
        site.requestDivert(contact.id, to);
    }

    void keepPlace(Contact contact) {
        long micros = site.queueOf(contact).times().keptPlaceMicros();
        if (contact.token == 0 || micros == 0 || contact.wasAnswered) {
            return;
        }
        site.keptPlaces.remove(contact.token);
        if (site.keptPlaces.size() >= site.limits.keptPlaces()) {
            site.keptPlaces.remove(site.keptPlaces.keySet().iterator().next());
        }
        site.keptPlaces.put(
                contact.token,
                new KeptPlace(contact.id, contact.queue, contact.arrived, contact.place, site.now + micros));
    }
}
