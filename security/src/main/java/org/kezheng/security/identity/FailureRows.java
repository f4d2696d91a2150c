package org.kezheng.security.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FailureRows extends Repository<FailureEntity, byte[]> {
    Optional<FailureEntity> findById(byte[] nameKey);

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into sign_in_failure (name_key, failures, last_at) values (:nameKey, 1, :now)
                    on conflict (name_key) do update
                    set failures = sign_in_failure.failures + 1, last_at = excluded.last_at
                    """)
    int count(byte[] nameKey, Instant now);

    @Modifying
    @Query(nativeQuery = true, value = "delete from sign_in_failure where last_at <= :before")
    int sweep(Instant before);

    @Modifying
    @Query(nativeQuery = true, value = "delete from sign_in_failure where name_key = :nameKey")
    int forget(byte[] nameKey);
}
