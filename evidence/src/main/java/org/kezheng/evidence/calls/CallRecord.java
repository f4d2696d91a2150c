package org.kezheng.evidence.calls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Event;

/// One contact's record (话单). It changes only by the events of the journal, in their order.
@Entity
@Table(name = "call_record")
class CallRecord {
    /// The kind of internal calls, which stand with the call on whose behalf they are, and in no list.
    static final String INTERNAL = "internal";

    /// The kind of contacts that the agent's answer begins.
    static final String CALLBACK = "callback";

    @Id
    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "client_id")
    private int clientId;

    @Column(name = "queue_id")
    private int queueId;

    @Column(name = "agent_id")
    private @Nullable Integer agentId;

    @Column(name = "offered_at")
    private Instant offeredAt = Instant.EPOCH;

    @Column(name = "ringing_at")
    private @Nullable Instant ringingAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "hold_micros")
    private long holdMicros;

    @Column(name = "held_since")
    private @Nullable Instant heldSince;

    @Column(name = "disposition")
    private @Nullable String disposition;

    @Column(name = "arrival_number")
    private long arrivalNumber;

    @Column(name = "journal_position")
    private long journalPosition;

    @Column(name = "kind")
    private String kind = "call";

    @Column(name = "precursor_id")
    private @Nullable Long precursorId;

    /// For JPA only.
    protected CallRecord() {}

    CallRecord(Event.ContactQueued queued, Instant offeredAt, long journalPosition) {
        this.contactId = queued.contact().value();
        this.clientId = queued.client().value();
        this.queueId = queued.queue().value();
        this.arrivalNumber = queued.arrivalNumber();
        this.kind = queued.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.precursorId = queued.precursor() == 0 ? null : queued.precursor();
        this.offeredAt = offeredAt;
        this.journalPosition = journalPosition;
    }

    long contact() {
        return contactId;
    }

    int client() {
        return clientId;
    }

    boolean wasAnswered() {
        return answeredAt != null;
    }

    Optional<Long> askedIn() {
        return kind.equals(CALLBACK) ? Optional.ofNullable(precursorId) : Optional.empty();
    }

    long holdMicros() {
        return holdMicros;
    }

    void rings(Instant at) {
        ringingAt = at;
    }

    /// The first answer counts; the agent is the one who answered last.
    void isAnswered(int agent, Instant at) {
        agentId = agent;
        if (answeredAt == null) {
            answeredAt = at;
        }
    }

    void isHeld(Instant at) {
        heldSince = at;
    }

    void isResumed(Instant at) {
        if (heldSince != null) {
            holdMicros += ChronoUnit.MICROS.between(heldSince, at);
            heldSince = null;
        }
    }

    void ends(String how, Instant at) {
        isResumed(at);
        outcome = how;
        endedAt = at;
    }

    void isWrappedUp(String code) {
        disposition = code;
    }

    Call toCall() {
        return new Call(
                contactId,
                clientId,
                queueId,
                agentId,
                offeredAt,
                ringingAt,
                answeredAt,
                endedAt,
                outcome,
                Duration.of(holdMicros, ChronoUnit.MICROS),
                disposition,
                arrivalNumber,
                journalPosition);
    }
}
