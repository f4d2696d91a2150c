package org.kezheng.platform.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.MissedOffer;
import org.kezheng.acd.engine.OfferPolicy;
import org.kezheng.acd.engine.QueueBounds;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;

/// Turns a site's definition into the engine's configuration.
public final class EngineConfiguration {
    /// How long a contact that is meant for one agent waits for that agent alone.
    private static final long NAMED_AGENT_MICROS = TimeUnit.MINUTES.toMicros(2);

    private EngineConfiguration() {}

    /// The engine's configuration of a site.
    ///
    /// @throws IllegalArgumentException when a value is none that the engine knows; the message names it
    public static Configuration of(Definition definition) {
        return new Configuration(
                definition.version(),
                definition.skills().stream()
                        .map(skill -> new SkillDefinition(new SkillId(skill.id()), skill.code()))
                        .toList(),
                definition.queues().stream().map(EngineConfiguration::queue).toList(),
                definition.agents().stream().map(EngineConfiguration::agent).toList());
    }

    private static QueueDefinition queue(Definition.QueueEntry queue) {
        Definition.Times times = queue.times();
        QueueTimes inMicros = new QueueTimes(
                micros(times.offerTimeout()),
                micros(times.wrapUpLimit()),
                micros(times.maxWait()),
                micros(times.declinePassOver()),
                0,
                0,
                0,
                NAMED_AGENT_MICROS);
        Definition.Routing routing = queue.routing();
        return new QueueDefinition(
                new QueueId(queue.id()),
                queue.code(),
                new ClientId(queue.client()),
                Channel.VOICE,
                routing == null ? 0 : routing.priority(),
                rings(queue),
                inMicros,
                QueueBounds.NONE,
                routing == null ? OfferPolicy.STANDARD : policy(routing));
    }

    private static List<Ring> rings(Definition.QueueEntry queue) {
        List<Ring> rings = new ArrayList<>();
        rings.add(new Ring(0, requirements(queue.requirements())));
        Definition.Routing routing = queue.routing();
        if (routing != null) {
            for (Definition.LaterRing later : routing.laterRings()) {
                rings.add(new Ring(micros(later.after()), requirements(later.requirements())));
            }
        }
        return rings;
    }

    private static List<SkillRequirement> requirements(List<Definition.Level> levels) {
        return levels.stream()
                .map(level -> new SkillRequirement(new SkillId(level.skill()), level.level()))
                .toList();
    }

    private static OfferPolicy policy(Definition.Routing routing) {
        AgentChoice choice = switch (routing.choice()) {
            case null -> AgentChoice.LONGEST_IDLE;
            case "longest-idle" -> AgentChoice.LONGEST_IDLE;
            case "best-match" -> AgentChoice.BEST_MATCH;
            case "least-overqualified" -> AgentChoice.LEAST_OVERQUALIFIED;
            default ->
                throw new IllegalArgumentException("routing.choice is longest-idle, best-match or"
                        + " least-overqualified, not " + routing.choice());
        };
        MissedOffer missed = switch (routing.missed()) {
            case null -> MissedOffer.NOT_READY;
            case "not-ready" -> MissedOffer.NOT_READY;
            case "passed-over" -> MissedOffer.PASSED_OVER;
            default ->
                throw new IllegalArgumentException(
                        "routing.missed is not-ready or passed-over, not " + routing.missed());
        };
        return new OfferPolicy(choice, missed, 0, 0);
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
