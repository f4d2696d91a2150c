package org.kezheng.platform.calls;

import java.util.Optional;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.tenancy.ClientId;

/// Finds agents by the names that people use.
final class AgentNames {
    private AgentNames() {}

    /// The agent of that user name; none when the agent works for another client.
    static Optional<Integer> ofClient(Directory directory, ClientId client, String user) {
        return directory
                .agent(user)
                .map(AgentId::value)
                .filter(agent ->
                        directory.clientOfAgent(agent).filter(client::equals).isPresent());
    }
}
