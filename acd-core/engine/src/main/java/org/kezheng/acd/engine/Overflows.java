package org.kezheng.acd.engine;

/// Takes contacts out of queues that are full, or in which they have waited for too long, and keeps places.
final class Overflows {
    private final EngineState state;
    private final Contacts contacts;
    private final ContactStates contactStates;
    private final Matcher matcher;

    Overflows(EngineState state, ContactStates contactStates, Matcher matcher) {
        this.state = state;
        contacts = state.contacts;
        this.contactStates = contactStates;
        this.matcher = matcher;
    }

    boolean isFull(int queue) {
        int most = state.plan.queues().maxWaiting(queue);
        return most > 0 && state.statistics.waiting[queue] >= most;
    }

    /// A contact that has just come into a queue begins to wait there, or overflows, and looks for an agent.
    void waitIn(int row) {
        while (isFull(contacts.queue(row))) {
            Overflow overflow = state.queueOf(row).bounds().whenFull();
            if (!(overflow instanceof Overflow.ToQueue(var target))) {
                leave(row, overflow, ContactOutcome.OVERFLOWED);
                return;
            }
            move(row, state.plan.queues().find(target.value()), MoveCause.QUEUE_FULL);
        }
        contactStates.enterWaiting(row);
        matcher.placeContact(row);
    }

    /// The contact has waited for as long as its queue allows.
    void waitedTooLong(int row) {
        contactStates.leaveWaiting(row);
        Overflow overflow = state.queueOf(row).bounds().whenWaitedTooLong();
        if (overflow instanceof Overflow.ToQueue(var target)) {
            move(row, state.plan.queues().find(target.value()), MoveCause.WAITED_TOO_LONG);
            waitIn(row);
        } else {
            leave(row, overflow, ContactOutcome.TIMED_OUT);
        }
    }

    /// Tells the move of a contact that does not stand among the waiting.
    void move(int row, int queue, MoveCause cause) {
        QueueTable queues = state.plan.queues();
        state.events.contactMoved(contacts.id(row), queues.id(contacts.queue(row)), queues.id(queue), cause);
        contactStates.enterQueue(row, queue);
        contacts.setPredicted(row, WaitEstimates.UNKNOWN);
    }

    private void leave(int row, Overflow overflow, ContactOutcome disconnected) {
        long contact = contacts.id(row);
        switch (overflow) {
            case Overflow.ToVoicemail() -> {
                contactStates.end(row, ContactOutcome.VOICEMAIL);
                state.requestDivert(contact, Diversion.VOICEMAIL);
            }
            case Overflow.ToCallback() -> {
                keepPlace(row);
                contactStates.end(row, ContactOutcome.CALLBACK);
                state.requestDivert(contact, Diversion.CALLBACK);
            }
            case Overflow.ToAnnouncement() -> {
                contactStates.end(row, ContactOutcome.OVERFLOWED);
                state.requestDivert(contact, Diversion.ANNOUNCEMENT);
            }
            case Overflow.Disconnect() -> {
                contactStates.end(row, disconnected);
                state.requestDisconnect(contact);
            }
            case Overflow.ToQueue(var target) -> throw new IllegalStateException("A contact moves, and does not leave");
        }
    }

    /// Keeps the place of a contact that is about to end, if it has a token, was never answered, and its queue
    /// keeps places.
    void keepPlace(int row) {
        long token = contacts.token(row);
        long micros = state.queueOf(row).times().keptPlaceMicros();
        if (token == 0 || micros == 0 || contacts.wasAnswered(row)) {
            return;
        }
        KeptPlaces kept = state.keptPlaces;
        int former = kept.find(token);
        if (former != KeptPlaces.NONE) {
            kept.remove(former);
        }
        int at = kept.add(token);
        kept.queueId[at] = state.plan.queues().id(contacts.queue(row));
        kept.arrived[at] = contacts.arrived(row);
        kept.place[at] = contacts.place(row);
        kept.until[at] = state.now + micros;
        kept.contact[at] = contacts.id(row);
    }
}
