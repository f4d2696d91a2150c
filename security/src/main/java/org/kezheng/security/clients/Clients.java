package org.kezheng.security.clients;

import java.util.List;
import java.util.Optional;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The clients of this platform.
public final class Clients {
    private final ClientRows rows;
    private final ClientKeys keys;
    private final TransactionTemplate transaction;

    Clients(ClientRows rows, ClientKeys keys, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Registers the client with its data key. A client that is there stays as it is; when its key is not there any
    /// more, that is said and no other key is made.
    ///
    /// @throws org.kezheng.security.keys.KeyDirectoryException when the key of a registered client is missing
    public void register(Client client) {
        if (find(client.id()).isPresent()) {
            keys.blindIndexKey(client.id());
            return;
        }
        keys.create(client.id());
        transaction.executeWithoutResult(status -> rows.insert(client));
    }

    public Optional<Client> find(ClientId id) {
        return transaction.execute(status -> rows.findById(id.value()).map(ClientEntity::toClient));
    }

    public Optional<Client> findByCode(String code) {
        return transaction.execute(status -> rows.findByCode(code).map(ClientEntity::toClient));
    }

    /// All clients, by id. Work that concerns all of them goes through them one by one, each in its own scope.
    public List<Client> all() {
        return transaction.execute(status ->
                rows.findAllByOrderById().stream().map(ClientEntity::toClient).toList());
    }
}
