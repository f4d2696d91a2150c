package org.kezheng.security.identity;

import java.time.Instant;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvitationRows extends Repository<InvitationEntity, byte[]> {
    @Modifying
    @Query(
            nativeQuery = true,
            value = "insert into administrator_invitation (token_hash, issued_at) values (:tokenHash, :now)")
    int insert(byte[] tokenHash, Instant now);

    @Modifying
    @Query(nativeQuery = true, value = "delete from administrator_invitation where token_hash = :tokenHash")
    int delete(byte[] tokenHash);

    @Modifying
    @Query(nativeQuery = true, value = "delete from administrator_invitation")
    int deleteAll();
}
