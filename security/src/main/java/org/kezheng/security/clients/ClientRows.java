package org.kezheng.security.clients;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ClientRows extends Repository<ClientEntity, Integer> {
    Optional<ClientEntity> findById(int id);

    Optional<ClientEntity> findByCode(String code);

    List<ClientEntity> findAllByOrderById();

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into client (id, code, name_zh, name_en)
                    values (:#{#client.id().value()}, :#{#client.code()}, :#{#client.chineseName()},
                            :#{#client.englishName()})
                    """)
    int insert(Client client);
}
