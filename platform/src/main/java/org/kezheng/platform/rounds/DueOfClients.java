package org.kezheng.platform.rounds;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.kezheng.security.clients.Client;
import org.kezheng.security.tenancy.ClientId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what is due, one batch of each client in turn, so that a client with much to remove keeps nobody waiting.
///
/// @param clients who they are now
/// @param most in a batch; so many mean that there may be more
/// @param remove a batch of a client's, and says how many it had
/// @param said in the log when something was removed
public record DueOfClients(Supplier<List<Client>> clients, int most, ToIntFunction<ClientId> remove, String said)
        implements BooleanSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(DueOfClients.class);

    /// Whether there may be more. What fails of one client keeps no other waiting; the first failure is thrown in the
    /// end.
    @Override
    public boolean getAsBoolean() {
        AtomicBoolean isMore = new AtomicBoolean();
        EachClient.act(clients.get(), client -> {
            if (removed(client) == most) {
                isMore.set(true);
            }
        });
        return isMore.get();
    }

    private int removed(ClientId client) {
        int count = remove.applyAsInt(client);
        if (count > 0) {
            LOG.atInfo()
                    .addKeyValue("client", client.value())
                    .addKeyValue("count", count)
                    .log(said);
        }
        return count;
    }
}
