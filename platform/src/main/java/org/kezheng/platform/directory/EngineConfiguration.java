package org.kezheng.platform.directory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// Turns a site's definition into the engine's configuration.
final class EngineConfiguration {
    private EngineConfiguration() {}

    static Configuration of(Definition definition) {
        return new Configuration(
                definition.version(),
                definition.skills().stream()
                        .map(skill -> new SkillDefinition(new SkillId(skill.id()), skill.code()))
                        .toList(),
                definition.queues().stream().map(EngineConfiguration::queue).toList(),
                definition.agents().stream().map(EngineConfiguration::agent).toList());
    }

    private static QueueDefinition queue(Definition.QueueEntry queue) {
        List<SkillRequirement> requirements = queue.requirements().stream()
                .map(level -> new SkillRequirement(new SkillId(level.skill()), level.level()))
                .toList();
        Definition.Times times = queue.times();
        QueueTimes inMicros = new QueueTimes(
                micros(times.offerTimeout()),
                micros(times.wrapUpLimit()),
                micros(times.maxWait()),
                micros(times.declinePassOver()));
        return new QueueDefinition(
                new QueueId(queue.id()), queue.code(), new ClientId(queue.client()), requirements, inMicros);
    }

    private static AgentDefinition agent(Definition.AgentEntry agent) {
        return new AgentDefinition(
                new AgentId(agent.id()),
                agent.skills().stream()
                        .map(level -> new SkillLevel(new SkillId(level.skill()), level.level()))
                        .toList());
    }

    private static long micros(long seconds) {
        return TimeUnit.SECONDS.toMicros(seconds);
    }
}
