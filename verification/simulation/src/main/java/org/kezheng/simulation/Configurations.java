package org.kezheng.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Blocking;
import org.kezheng.acd.engine.Capacity;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.MissedOffer;
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

/// Makes up configurations, with everything that a configuration can say.
final class Configurations {
    static final ClientId CLIENT = new ClientId(1);
    /// Counts as rest.
    static final ReasonCode REST = new ReasonCode("rest");

    private static final long SECOND = 1_000_000;

    private final SplittableRandom random;
    private final WorldSize size;
    private long version;

    Configurations(SplittableRandom random, WorldSize size) {
        this.random = random;
        this.size = size;
    }

    /// The first queue is always there, and where overflows end.
    Configuration next() {
        List<SkillDefinition> skills = new ArrayList<>();
        for (int skill = 1; skill <= size.skills(); skill++) {
            skills.add(new SkillDefinition(new SkillId(skill), "skill-" + skill));
        }
        List<QueueDefinition> queues = new ArrayList<>();
        List<QueueRetirement> retirements = new ArrayList<>();
        for (int queue = 1; queue <= size.queues(); queue++) {
            if (queue <= 2 || random.nextInt(12) != 0) {
                queues.add(queue(queue));
            } else if (random.nextInt(8) != 0) {
                retirements.add(new QueueRetirement(
                        new QueueId(queue), new QueueId(channelOf(queue).ordinal() + 1)));
            }
        }
        List<AgentDefinition> agents = new ArrayList<>();
        for (int agent = 1; agent <= size.agents(); agent++) {
            if (random.nextInt(40) != 0) {
                agents.add(agent(agent));
            }
        }
        // Now and then a version that is not newer.
        long next = random.nextInt(12) == 0 ? Math.max(1, version) : ++version;
        return new Configuration(next, rules(), skills, queues, agents, retirements);
    }

    /// Odd queues are for calls, even ones for chats; the first and second are the ends of their overflows.
    static Channel channelOf(int queue) {
        return queue % 2 == 1 ? Channel.VOICE : Channel.CHAT;
    }

    private RoutingRules rules() {
        List<Blocking> blockings = new ArrayList<>(RoutingRules.STANDARD.blockings());
        if (random.nextInt(3) == 0) {
            blockings.add(new Blocking(Channel.CHAT, Channel.VOICE));
        }
        return new RoutingRules(random.nextInt(90) * SECOND, random.nextInt(8), List.of(REST), blockings);
    }

    private QueueDefinition queue(int queue) {
        List<Ring> rings = new ArrayList<>();
        int count = 1 + random.nextInt(QueueDefinition.MAX_RINGS);
        long after = 0;
        for (int ring = 0; ring < count; ring++) {
            List<SkillRequirement> requirements = requirements();
            boolean isNew =
                    rings.stream().noneMatch(known -> known.requirements().equals(requirements));
            if (isNew) {
                rings.add(new Ring(after, requirements));
                after += (1 + random.nextInt(40)) * SECOND;
            }
        }
        QueueTimes times = new QueueTimes(
                (5 + random.nextInt(20)) * SECOND,
                random.nextInt(40) * SECOND,
                (30 + random.nextInt(200)) * SECOND,
                (1 + random.nextInt(60)) * SECOND,
                random.nextInt(20) * SECOND,
                random.nextInt(60) * SECOND,
                random.nextInt(20) * SECOND,
                random.nextInt(40) * SECOND);
        QueueBounds bounds = new QueueBounds(
                random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 0,
                overflow(queue),
                overflow(queue),
                random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
        OfferPolicy policy = new OfferPolicy(
                AgentChoice.values()[random.nextInt(AgentChoice.values().length)],
                MissedOffer.values()[random.nextInt(MissedOffer.values().length)],
                random.nextInt(4),
                random.nextInt(3));
        return new QueueDefinition(
                new QueueId(queue),
                "queue-" + queue,
                CLIENT,
                channelOf(queue),
                random.nextInt(3),
                rings,
                times,
                bounds,
                policy);
    }

    /// In ascending order of skills, so that equal ones are equal lists.
    private List<SkillRequirement> requirements() {
        List<SkillRequirement> required = new ArrayList<>();
        for (int skill = 1; skill <= size.skills(); skill++) {
            if (random.nextInt(3) == 0) {
                required.add(new SkillRequirement(new SkillId(skill), 1 + random.nextInt(8)));
            }
        }
        return required;
    }

    /// Into the channel's first queue only, so that there is no circle.
    private Overflow overflow(int queue) {
        return switch (random.nextInt(5)) {
            case 0 -> new Overflow.ToVoicemail();
            case 1 -> new Overflow.ToCallback();
            case 2 -> new Overflow.ToAnnouncement();
            case 3 -> queue > 2 ? new Overflow.ToQueue(new QueueId(2 - queue % 2)) : new Overflow.Disconnect();
            default -> new Overflow.Disconnect();
        };
    }

    private AgentDefinition agent(int agent) {
        List<SkillLevel> levels = new ArrayList<>();
        for (int skill = 1; skill <= size.skills(); skill++) {
            if (random.nextInt(3) != 0) {
                levels.add(new SkillLevel(new SkillId(skill), 1 + random.nextInt(10)));
            }
        }
        int voice = random.nextInt(8) == 0 ? 0 : 1;
        return new AgentDefinition(new AgentId(agent), levels, new Capacity(voice, random.nextInt(4), 0, 0));
    }
}
