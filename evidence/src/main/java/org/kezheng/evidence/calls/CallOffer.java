package org.kezheng.evidence.calls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One contact put to one agent.
@Entity
@Table(name = "call_offer")
class CallOffer {
    @Id
    @Column(name = "offer_id")
    private long offerId;

    @Column(name = "client_id")
    private int clientId;

    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "agent_id")
    private int agentId;

    @Column(name = "offered_at")
    private Instant offeredAt = Instant.EPOCH;

    @Column(name = "ringing_at")
    private @Nullable Instant ringingAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "talk_ended_at")
    private @Nullable Instant talkEndedAt;

    @Column(name = "hold_micros")
    private long holdMicros;

    @Column(name = "rule")
    private String rule = "";

    @Column(name = "journal_position")
    private long journalPosition;

    /// For JPA only.
    protected CallOffer() {}

    CallOffer(Key key, int agentId, String rule, Instant offeredAt, long journalPosition) {
        this.offerId = key.offer();
        this.clientId = key.client();
        this.contactId = key.contact();
        this.agentId = agentId;
        this.rule = rule;
        this.offeredAt = offeredAt;
        this.journalPosition = journalPosition;
    }

    record Key(long offer, long contact, int client) {}

    void rings(Instant at) {
        ringingAt = at;
    }

    void ends(String how, Instant at) {
        outcome = how;
        endedAt = at;
    }

    /// Whether the agent has answered and still has the contact.
    boolean talks() {
        return talkEndedAt == null;
    }

    long holdMicros() {
        return holdMicros;
    }

    void endsTalk(Instant at, long hold) {
        talkEndedAt = at;
        holdMicros = hold;
    }

    Offer toOffer() {
        return new Offer(
                offerId,
                contactId,
                agentId,
                offeredAt,
                ringingAt,
                endedAt,
                talkEndedAt,
                outcome,
                rule,
                journalPosition);
    }
}
