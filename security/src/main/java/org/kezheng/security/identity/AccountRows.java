package org.kezheng.security.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRows extends Repository<AccountEntity, Integer> {
    Optional<AccountEntity> findById(int id);

    Optional<AccountEntity> findByUser(String user);

    List<AccountEntity> findAllByOrderByUser();

    long countByIdLessThanOrIdGreaterThan(int first, int last);

    @Query(nativeQuery = true, value = "select nextval('account_id_seq')")
    int nextId();

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into account (id, user_name, display_name, role, home_client, password_hash)
                    values (:#{#account.id().value()}, :#{#account.user()}, :#{#account.displayName()},
                            :#{#account.role().code()}, :#{#account.client().value()}, :hash)
                    on conflict do nothing
                    """)
    int insert(Account account, String hash);

    @Modifying
    @Query(nativeQuery = true, value = "update account set password_hash = :hash where id = :id")
    int changePassword(int id, String hash);

    @Modifying
    @Query(nativeQuery = true, value = "update account set is_enabled = false where id = :id")
    int disable(int id);
}
