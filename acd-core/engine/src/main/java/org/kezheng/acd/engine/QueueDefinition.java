package org.kezheng.acd.engine;

import java.util.List;

/// A queue of one client. An agent serves it who has all required skills at their least levels; without
/// requirements, every agent does.
public record QueueDefinition(
        QueueId queue, String code, ClientId client, List<SkillRequirement> requirements, QueueTimes times) {
    public QueueDefinition {
        Checks.code(code, "A queue's code");
        requirements = List.copyOf(requirements);
    }
}
