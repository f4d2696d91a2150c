package org.kezheng.crm.customers;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CallNoteRows extends Repository<CallNoteEntity, Long> {
    List<CallNoteEntity> findByContactOrderByWrittenAtDescEntryPositionDesc(long contact, Limit limit);

    boolean existsByEntryPosition(long entryPosition);

    @Query("""
            select note from CallNoteEntity note, CallPartyEntity party
            where party.contact = note.contact and party.customer = :customer
            order by note.writtenAt desc, note.entryPosition desc
            """)
    List<CallNoteEntity> findByCustomer(long customer, Limit limit);

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into call_note
                        (entry_position, client_id, contact_id, agent, disposition, note_cipher, written_at)
                    values (:#{#note.entryPosition()}, :client, :#{#note.call().value()}, :#{#note.agent()},
                            :#{#note.disposition()}, :cipher, :#{#note.at()})
                    on conflict do nothing
                    """)
    int insert(NewCallNote note, int client, byte[] cipher);

    @Modifying
    @Query(
            nativeQuery = true,
            value = "update call_note set note_cipher = :cipher where entry_position = :entryPosition")
    int reseal(long entryPosition, byte[] cipher);
}
