package org.kezheng.security.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sign_in_session")
class SessionEntity {
    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "account_id")
    private int account;

    @Column(name = "signed_in_at")
    private Instant signedInAt;

    @Column(name = "last_active_at")
    private Instant lastActiveAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected SessionEntity() {}

    LiveSession toLive(Account account) {
        return LiveSession.of(account, id, tokenHash, signedInAt, lastActiveAt);
    }

    int account() {
        return account;
    }

    boolean hasEnded() {
        return endedAt != null;
    }
}
