package org.kezheng.platform.rounds;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.clients.Client;
import org.kezheng.security.tenancy.ClientId;

/// Does something for each client in turn. What fails of one client keeps no other waiting.
public final class EachClient {
    private EachClient() {}

    /// Comes back once all had their turn.
    ///
    /// @throws RuntimeException the first failure
    public static void act(List<Client> clients, Consumer<ClientId> act) {
        @Nullable RuntimeException first = null;
        for (Client client : clients) {
            try {
                act.accept(client.id());
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
