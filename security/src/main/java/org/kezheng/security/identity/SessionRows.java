package org.kezheng.security.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SessionRows extends Repository<SessionEntity, UUID> {
    List<SessionEntity> findByEndedAtIsNull();

    /// Inserts only while the account may sign in with the password that was verified; else nothing happens.
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into sign_in_session (id, token_hash, account_id, signed_in_at, last_active_at)
                    select :id, :tokenHash, account.id, :now, :now from account
                    where account.id = :account and account.is_enabled and account.password_hash = :verifiedHash
                    """)
    int open(UUID id, byte[] tokenHash, int account, String verifiedHash, Instant now);

    @Modifying
    @Query(
            nativeQuery = true,
            value = "update sign_in_session set last_active_at = :at where id = :id and ended_at is null")
    int touch(UUID id, Instant at);

    @Modifying
    @Query(nativeQuery = true, value = """
                    update sign_in_session set ended_at = :at, end_cause = :cause
                    where id = :id and ended_at is null
                    """)
    int end(UUID id, String cause, Instant at);
}
