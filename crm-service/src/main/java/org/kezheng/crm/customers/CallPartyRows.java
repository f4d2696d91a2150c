package org.kezheng.crm.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CallPartyRows extends Repository<CallPartyEntity, Long> {
    Optional<CallPartyEntity> findById(long contact);

    List<CallPartyEntity> findByNumberIndexAndCustomerIsNullOrderByContact(int numberIndex);

    boolean existsByContact(long contact);

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into call_party (contact_id, client_id, number_cipher, number_index, customer_id, recorded_at)
                    values (:contact, :client, :number, :numberIndex, :customer, :at)
                    on conflict do nothing
                    """)
    int insert(
            long contact,
            int client,
            byte[] number,
            @Nullable Integer numberIndex,
            @Nullable Long customer,
            Instant at);

    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    "update call_party set number_cipher = :number, customer_id = :customer where contact_id = :contact")
    int adopt(long contact, byte[] number, long customer);
}
