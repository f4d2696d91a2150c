package org.kezheng.crm.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRows extends Repository<CustomerEntity, Long> {
    Optional<CustomerEntity> findById(long id);

    List<CustomerEntity> findByNumberIndexOrderById(int numberIndex);

    List<CustomerEntity> findByIdGreaterThanOrderById(long after, Limit limit);

    @Query(nativeQuery = true, value = "select nextval('customer_id_seq')")
    long nextId();

    /// Lets creations of customers with this index go one after the other, so that no number is taken twice.
    @Query(nativeQuery = true, value = "select cast(pg_advisory_xact_lock(:client, :numberIndex) as text)")
    String lock(int client, int numberIndex);

    @Modifying
    @Query(nativeQuery = true, value = "update customer set is_vip = :isVip where id = :id")
    int grade(long id, boolean isVip);

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into customer (id, client_id, name_cipher, number_cipher, number_index, created_at)
                    values (:id, :client, :name, :number, :numberIndex, :now)
                    """)
    int insert(long id, int client, byte[] name, byte[] number, int numberIndex, Instant now);
}
