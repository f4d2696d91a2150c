package org.kezheng.security.keystore;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerKeyRows extends Repository<CustomerKeyEntity, Long> {
    Optional<CustomerKeyEntity> findByCustomerAndClient(long customer, int client);

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into keystore.customer_key (customer_id, client_id, wrapped_key)
                    values (:customer, :client, :wrapped)
                    """)
    int insert(long customer, int client, byte[] wrapped);

    @Modifying
    @Query(
            nativeQuery = true,
            value = "delete from keystore.customer_key where customer_id = :customer and client_id = :client")
    int delete(long customer, int client);
}
