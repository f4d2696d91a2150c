package org.kezheng.platform.measures;

import java.util.List;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.tenancy.ClientId;

/// The queues and agents of a client that have figures, and their names.
record MeasureSubjects(Directory directory, MeasureScope scope, ClientId client) {
    List<Definition.QueueEntry> queues() {
        return directory.queuesOf(client).stream()
                .filter(queue -> !scope.testQueues().contains(new QueueId(queue.id())))
                .toList();
    }

    List<Integer> agents() {
        return directory.definition().agents().stream()
                .map(Definition.AgentEntry::id)
                .filter(this::hasFigures)
                .toList();
    }

    boolean hasFigures(int agent) {
        return !scope.testAgents().contains(new AgentId(agent))
                && directory.clientOfAgent(agent).filter(client::equals).isPresent();
    }
}
