package org.kezheng.security.disclosure;

import java.time.Instant;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DisclosureRows extends Repository<DisclosureEntity, Long> {
    @Query(nativeQuery = true, value = "select nextval('disclosure_id_seq')")
    long nextId();

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into disclosure
                        (id, client_id, disclosed_at, account_id, session_id, subject_kind, subject, fields, reason_cipher)
                    values (:id, :client, :now, :#{#what.who().account().value()}, :#{#what.who().session().value()},
                            :#{#what.subjectKind()}, :#{#what.subject()}, :fields, :reason)
                    """)
    int insert(long id, int client, Instant now, Disclosure what, String fields, byte[] reason);
}
