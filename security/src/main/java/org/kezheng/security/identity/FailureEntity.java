package org.kezheng.security.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "sign_in_failure")
class FailureEntity {
    @Id
    @Column(name = "name_key")
    private byte[] nameKey;

    @Column(name = "failures")
    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    protected FailureEntity() {}

    int failures() {
        return failures;
    }

    Instant lastAt() {
        return lastAt;
    }
}
