package org.kezheng.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kezheng.platform.gate.ParameterChanges;
import org.kezheng.platform.recordings.Unrecorded;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// The clients' rules which talks are recorded. For calls they stand in memory, read every few seconds, so that a call
/// never waits for the database; until they were read everything is recorded. Afterwards they are read as they were in
/// force when a talk began.
public final class RecordingRules implements Unrecorded {
    /// An offer rings for so long before it is answered, at most, and the rules in memory are a moment old.
    private static final Duration DECIDED_BEFORE = Duration.ofSeconds(60);

    private final Clients clients;
    private final ParameterChanges parameters;
    private final Map<ClientId, RecordingRule> present = new ConcurrentHashMap<>();

    RecordingRules(Clients clients, ParameterChanges parameters) {
        this.clients = clients;
        this.parameters = parameters;
    }

    /// Whether a talk that is about to begin is to be recorded.
    ///
    /// @param queue its code
    public boolean isRecorded(ClientId client, long contact, String queue) {
        RecordingRule rule = present.get(client);
        return rule == null || rule.isRecorded(contact, queue);
    }

    @Override
    public boolean mayBe(long contact, String queue, Instant answeredAt) {
        return parameters.inForceDuring(answeredAt.minus(DECIDED_BEFORE), answeredAt).stream()
                .map(RecordingRule::of)
                .anyMatch(rule -> !rule.isRecorded(contact, queue));
    }

    /// Reads the rules anew.
    void refresh() {
        for (Client client : clients.all()) {
            present.put(client.id(), ClientScope.call(client.id(), () -> RecordingRule.of(parameters.inForce())));
        }
    }
}
