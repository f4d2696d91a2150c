package org.kezheng.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.security.clients.Client;
import org.kezheng.security.tenancy.ClientId;

class DueOfClientsTest {
    private static final int MOST = 3;

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void thereMayBeMoreWhereAClientHadAFullBatch() {
        assertThat(due(2, 0).getAsBoolean()).isFalse();
        assertThat(due(2, MOST).getAsBoolean()).isTrue();
    }

    @Test
    void clientWhoseBatchFailsKeepsNoOtherWaitingAndTheFirstFailureIsThrown() {
        assertThatThrownBy(due(-1, -2, 1)::getAsBoolean).hasMessage("of client 1");
        assertThat(asked).containsExactly(1, 2, 3);
    }

    /// @param batches of the clients 1, 2 and so on; a negative one fails
    private DueOfClients due(int... batches) {
        List<Client> clients = new ArrayList<>();
        for (int id = 1; id <= batches.length; id++) {
            clients.add(new Client(new ClientId(id), "client" + id, "客户", "Client"));
        }
        return new DueOfClients(() -> clients, MOST, client -> removed(client, batches[client.value() - 1]), "removed");
    }

    private int removed(ClientId client, int batch) {
        asked.add(client.value());
        if (batch < 0) {
            throw new IllegalStateException("of client " + client.value());
        }
        return batch;
    }
}
