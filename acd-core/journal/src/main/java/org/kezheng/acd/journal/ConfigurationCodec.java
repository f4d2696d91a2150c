package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Blocking;
import org.kezheng.acd.engine.Capacity;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.OfferPolicy;
import org.kezheng.acd.engine.Overflow;
import org.kezheng.acd.engine.QueueBounds;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueRetirement;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.RoutingRules;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// A whole configuration as bytes. Lists are a count and then their elements.
final class ConfigurationCodec {
    private ConfigurationCodec() {}

    static void write(ByteWriter out, Configuration configuration) {
        out.count(configuration.version());
        writeRules(out, configuration.rules());
        list(
                out,
                configuration.skills(),
                (to, skill) -> to.count(skill.skill().value()).text(skill.code()));
        list(out, configuration.queues(), ConfigurationCodec::writeQueue);
        list(out, configuration.agents(), ConfigurationCodec::writeAgent);
        list(
                out,
                configuration.retirements(),
                (to, retirement) -> to.count(retirement.retired().value())
                        .count(retirement.successor().value()));
    }

    static Configuration read(ByteReader in) {
        return new Configuration(
                in.count(),
                readRules(in),
                list(in, from -> new SkillDefinition(skill(from), from.text())),
                list(in, ConfigurationCodec::readQueue),
                list(in, ConfigurationCodec::readAgent),
                list(in, from -> new QueueRetirement(queue(from), queue(from))));
    }

    private static void writeRules(ByteWriter out, RoutingRules rules) {
        out.count(rules.priorityWeightMicros()).count(rules.vipPriority());
        list(out, rules.restReasons(), (to, reason) -> to.text(reason.value()));
        list(
                out,
                rules.blockings(),
                (to, blocking) ->
                        to.u8(ConfigurationCodes.of(blocking.busy())).u8(ConfigurationCodes.of(blocking.blocked())));
    }

    private static RoutingRules readRules(ByteReader in) {
        return new RoutingRules(
                in.count(),
                in.smallCount(),
                list(in, from -> new ReasonCode(from.text())),
                list(
                        in,
                        from -> new Blocking(
                                ConfigurationCodes.channel(from.u8()), ConfigurationCodes.channel(from.u8()))));
    }

    private static void writeQueue(ByteWriter out, QueueDefinition queue) {
        out.count(queue.queue().value()).text(queue.code()).count(queue.client().value());
        out.u8(ConfigurationCodes.of(queue.channel())).count(queue.priority());
        list(
                out,
                queue.rings(),
                (to, ring) ->
                        list(to.count(ring.afterMicros()), ring.requirements(), ConfigurationCodec::writeRequirement));
        QueueTimes times = queue.times();
        out.count(times.offerTimeoutMicros())
                .count(times.wrapUpLimitMicros())
                .count(times.maxWaitMicros())
                .count(times.declinePassOverMicros())
                .count(times.wrapUpExtensionMicros())
                .count(times.keptPlaceMicros())
                .count(times.lastAgentMicros())
                .count(times.namedAgentMicros());
        out.count(queue.bounds().maxWaiting()).count(queue.bounds().maxResting());
        writeOverflow(out, queue.bounds().whenFull());
        writeOverflow(out, queue.bounds().whenWaitedTooLong());
        OfferPolicy policy = queue.policy();
        out.u8(ConfigurationCodes.of(policy.choice())).u8(ConfigurationCodes.of(policy.missed()));
        out.count(policy.declinesInARow()).count(policy.wrapUpExtensions());
    }

    private static QueueDefinition readQueue(ByteReader in) {
        QueueId queue = queue(in);
        String code = in.text();
        ClientId client = new ClientId(in.smallCount());
        Channel channel = ConfigurationCodes.channel(in.u8());
        int priority = in.smallCount();
        List<Ring> rings = list(in, from -> new Ring(from.count(), list(from, ConfigurationCodec::readRequirement)));
        QueueTimes times = new QueueTimes(
                in.count(), in.count(), in.count(), in.count(), in.count(), in.count(), in.count(), in.count());
        int maxWaiting = in.smallCount();
        int maxResting = in.smallCount();
        QueueBounds bounds = new QueueBounds(maxWaiting, readOverflow(in), readOverflow(in), maxResting);
        OfferPolicy policy = new OfferPolicy(
                ConfigurationCodes.choice(in.u8()),
                ConfigurationCodes.missed(in.u8()),
                in.smallCount(),
                in.smallCount());
        return new QueueDefinition(queue, code, client, channel, priority, rings, times, bounds, policy);
    }

    private static void writeRequirement(ByteWriter out, SkillRequirement required) {
        out.count(required.skill().value()).u8(required.minimumLevel());
    }

    private static SkillRequirement readRequirement(ByteReader in) {
        return new SkillRequirement(skill(in), in.u8());
    }

    private static void writeOverflow(ByteWriter out, Overflow overflow) {
        switch (overflow) {
            case Overflow.ToQueue(var queue) -> out.u8(1).count(queue.value());
            case Overflow.ToVoicemail() -> out.u8(2);
            case Overflow.ToCallback() -> out.u8(3);
            case Overflow.ToAnnouncement() -> out.u8(4);
            case Overflow.Disconnect() -> out.u8(5);
        }
    }

    private static Overflow readOverflow(ByteReader in) {
        int kind = in.u8();
        return switch (kind) {
            case 1 -> new Overflow.ToQueue(queue(in));
            case 2 -> new Overflow.ToVoicemail();
            case 3 -> new Overflow.ToCallback();
            case 4 -> new Overflow.ToAnnouncement();
            case 5 -> new Overflow.Disconnect();
            default -> throw new UnknownKind("overflow", kind);
        };
    }

    private static void writeAgent(ByteWriter out, AgentDefinition agent) {
        out.count(agent.agent().value());
        list(out, agent.skills(), (to, level) -> to.count(level.skill().value()).u8(level.level()));
        for (Channel channel : Channel.values()) {
            out.u8(agent.capacity().of(channel));
        }
    }

    private static AgentDefinition readAgent(ByteReader in) {
        return new AgentDefinition(
                new AgentId(in.smallCount()),
                list(in, from -> new SkillLevel(skill(from), from.u8())),
                new Capacity(in.u8(), in.u8(), in.u8(), in.u8()));
    }

    private static QueueId queue(ByteReader in) {
        return new QueueId(in.smallCount());
    }

    private static SkillId skill(ByteReader in) {
        return new SkillId(in.smallCount());
    }

    private static <T> void list(ByteWriter out, List<T> list, BiConsumer<ByteWriter, T> element) {
        out.count(list.size());
        for (T value : list) {
            element.accept(out, value);
        }
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
