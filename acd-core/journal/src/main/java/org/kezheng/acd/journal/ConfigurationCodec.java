package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

/// A whole configuration as bytes. Lists are a count and then their elements.
final class ConfigurationCodec {
    private ConfigurationCodec() {}

    static void write(ByteWriter out, Configuration configuration) {
        out.count(configuration.version());
        out.count(configuration.skills().size());
        for (SkillDefinition skill : configuration.skills()) {
            out.count(skill.skill().value()).text(skill.code());
        }
        out.count(configuration.queues().size());
        for (QueueDefinition queue : configuration.queues()) {
            writeQueue(out, queue);
        }
        out.count(configuration.agents().size());
        for (AgentDefinition agent : configuration.agents()) {
            out.count(agent.agent().value()).count(agent.skills().size());
            for (SkillLevel skill : agent.skills()) {
                out.count(skill.skill().value()).u8(skill.level());
            }
        }
    }

    static Configuration read(ByteReader in) {
        return new Configuration(
                in.count(),
                list(in, from -> new SkillDefinition(skill(from), from.text())),
                list(in, ConfigurationCodec::readQueue),
                list(
                        in,
                        from -> new AgentDefinition(
                                new AgentId(from.smallCount()),
                                list(from, level -> new SkillLevel(skill(level), level.u8())))));
    }

    private static void writeQueue(ByteWriter out, QueueDefinition queue) {
        out.count(queue.queue().value()).text(queue.code()).count(queue.client().value());
        out.count(queue.requirements().size());
        for (SkillRequirement required : queue.requirements()) {
            out.count(required.skill().value()).u8(required.minimumLevel());
        }
        QueueTimes times = queue.times();
        out.count(times.offerTimeoutMicros())
                .count(times.wrapUpLimitMicros())
                .count(times.maxWaitMicros())
                .count(times.declinePassOverMicros());
    }

    private static QueueDefinition readQueue(ByteReader in) {
        return new QueueDefinition(
                new QueueId(in.smallCount()),
                in.text(),
                new ClientId(in.smallCount()),
                list(in, from -> new SkillRequirement(skill(from), from.u8())),
                new QueueTimes(in.count(), in.count(), in.count(), in.count()));
    }

    private static SkillId skill(ByteReader in) {
        return new SkillId(in.smallCount());
    }

    private static <T> List<T> list(ByteReader in, Function<ByteReader, T> element) {
        int size = in.smallCount();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.apply(in));
        }
        return list;
    }
}
