package org.kezheng.evidence.calls;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an agent was doing, from one change of state to the next.
@Entity
@Table(name = "agent_state_interval")
class AgentStateInterval {
    @EmbeddedId
    private Key key = new Key(0, 0);

    @Column(name = "agent_id")
    private int agentId;

    @Column(name = "state")
    private String state = "";

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "contact_id")
    private @Nullable Long contactId;

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /// For JPA only.
    protected AgentStateInterval() {}

    AgentStateInterval(Key key, int agentId, What what, Instant startedAt) {
        this.key = key;
        this.agentId = agentId;
        this.state = what.state();
        this.reason = what.reason();
        this.contactId = what.contact();
        this.startedAt = startedAt;
    }

    /// The record that began it, and which of the record's events.
    @Embeddable
    record Key(
            @Column(name = "journal_position") long journalPosition,
            @Column(name = "ordinal") int ordinal) {}

    record What(
            String state, @Nullable String reason, @Nullable Long contact) {}

    void ends(Instant at) {
        endedAt = at;
    }

    Interval toInterval() {
        return new Interval(agentId, state, reason, contactId, startedAt, endedAt, key.journalPosition());
    }
}
