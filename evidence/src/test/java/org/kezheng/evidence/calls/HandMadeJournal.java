package org.kezheng.evidence.calls;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.JournalRecord;

/// A journal that a test writes by hand. The second record and each later one is a second and a microsecond after its
/// predecessor.
final class HandMadeJournal implements JournalProjector.JournalSource {
    static final long FIRST_MICROS = 1_800_000_000_000_001L;
    static final long STEP_MICROS = 1_000_001;
    static final ReasonCode NONE = ReasonCode.NONE;

    private final List<JournalRecord> records = new CopyOnWriteArrayList<>();
    private long arrivals;

    @Override
    public Iterable<JournalRecord> from(long position) {
        return records.subList(Math.toIntExact(Math.min(position - 1, records.size())), records.size());
    }

    /// Appends a record and gives its position.
    long add(Event... events) {
        long position = records.size() + 1L;
        records.add(new JournalRecord(
                position, micros(position), new CommandId(0, position), new Command.Tick(), List.of(events)));
        return position;
    }

    long lastPosition() {
        return records.size();
    }

    /// When the record of the position was written.
    static long micros(long position) {
        return FIRST_MICROS + (position - 1) * STEP_MICROS;
    }

    /// A call of two offers, the first missed, the second answered, held twice, ended on hold and wrapped up.
    void addLongCall(long contact, int client, long offer) {
        add(queued(contact, client, 1), made(offer, contact, 2001), state(2001, AgentState.READY, AgentState.RINGING));
        add(new Event.OfferRang(new OfferId(offer), new ContactId(contact), new AgentId(2001)));
        add(
                ended(offer, contact, 2001, OfferOutcome.MISSED),
                new Event.ContactRequeued(new ContactId(contact)),
                new Event.AgentStateChanged(
                        new AgentId(2001), AgentState.RINGING, AgentState.NOT_READY, ReasonCode.MISSED_OFFER, 0),
                made(offer + 1, contact, 2002),
                state(2002, AgentState.READY, AgentState.RINGING, contact));
        add(new Event.OfferRang(new OfferId(offer + 1), new ContactId(contact), new AgentId(2002)));
        add(
                ended(offer + 1, contact, 2002, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(new ContactId(contact), new OfferId(offer + 1), new AgentId(2002)),
                state(2002, AgentState.RINGING, AgentState.TALKING, contact));
        add(new Event.ContactHeld(new ContactId(contact)));
        add(new Event.ContactResumed(new ContactId(contact)));
        add(new Event.ContactHeld(new ContactId(contact)));
        add();
        add(
                new Event.ContactEnded(new ContactId(contact), ContactOutcome.ANSWERED),
                state(2002, AgentState.TALKING, AgentState.WRAP_UP, contact));
        add(
                new Event.WrapUpEnded(new AgentId(2002), new ContactId(contact), new DispositionCode("resolved")),
                state(2002, AgentState.WRAP_UP, AgentState.READY));
        add(state(2001, AgentState.NOT_READY, AgentState.READY));
    }

    Event queued(long contact, int client, int queue) {
        arrivals++;
        return new Event.ContactQueued(new ContactId(contact), new ClientId(client), new QueueId(queue), arrivals);
    }

    static Event made(long offer, long contact, int agent) {
        return new Event.OfferMade(
                new OfferId(offer), new ContactId(contact), new AgentId(agent), RuleId.LONGEST_IDLE, 1);
    }

    static Event ended(long offer, long contact, int agent, OfferOutcome outcome) {
        return new Event.OfferEnded(new OfferId(offer), new ContactId(contact), new AgentId(agent), outcome);
    }

    static Event ended(long contact, ContactOutcome outcome) {
        return new Event.ContactEnded(new ContactId(contact), outcome);
    }

    static Event signIn(int agent) {
        return new Event.AgentStateChanged(
                new AgentId(agent), AgentState.SIGNED_OUT, AgentState.NOT_READY, ReasonCode.SIGNED_IN, 0);
    }

    static Event state(int agent, AgentState from, AgentState to) {
        return state(agent, from, to, 0);
    }

    static Event state(int agent, AgentState from, AgentState to, long contact) {
        return new Event.AgentStateChanged(new AgentId(agent), from, to, NONE, contact);
    }
}
