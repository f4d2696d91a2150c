package org.kezheng.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

/// A configuration of a size: one queue for each skill, with four rings that lower the level and then add another
/// skill; five skills for each agent.
final class Site {
    static final ClientId CLIENT = new ClientId(1);
    static final long SECOND = 1_000_000;

    private static final int SKILLS_PER_AGENT = 5;
    private static final int LEVELS = 10;

    private final AcdSize size;
    private final SplittableRandom random;

    Site(AcdSize size, long seed) {
        this.size = size;
        random = new SplittableRandom(seed);
    }

    Configuration configuration() {
        List<SkillDefinition> skills = new ArrayList<>();
        List<QueueDefinition> queues = new ArrayList<>();
        for (int skill = 1; skill <= size.skills(); skill++) {
            skills.add(new SkillDefinition(new SkillId(skill), "skill-" + skill));
            queues.add(queue(skill));
        }
        List<AgentDefinition> agents = new ArrayList<>();
        for (int agent = 1; agent <= size.agents(); agent++) {
            agents.add(new AgentDefinition(new AgentId(agent), levels()));
        }
        return new Configuration(1, skills, queues, agents);
    }

    private QueueDefinition queue(int skill) {
        List<Ring> rings = new ArrayList<>();
        rings.add(new Ring(0, List.of(requirement(skill, 6))));
        rings.add(new Ring(30 * SECOND, List.of(requirement(skill, 3))));
        rings.add(new Ring(60 * SECOND, List.of(requirement(skill, 1))));
        if (size.skills() > 1) {
            rings.add(new Ring(120 * SECOND, List.of(requirement(skill % size.skills() + 1, 6))));
        }
        return new QueueDefinition(
                new QueueId(skill),
                "queue-" + skill,
                CLIENT,
                Channel.VOICE,
                0,
                rings,
                new QueueTimes(15 * SECOND, 60 * SECOND, 24 * 3_600 * SECOND, 60 * SECOND),
                QueueBounds.NONE,
                new OfferPolicy(AgentChoice.LONGEST_IDLE, MissedOffer.PASSED_OVER, 0, 0));
    }

    private static SkillRequirement requirement(int skill, int level) {
        return new SkillRequirement(new SkillId(skill), level);
    }

    private List<SkillLevel> levels() {
        List<SkillLevel> levels = new ArrayList<>();
        int first = random.nextInt(size.skills());
        int step = 1 + random.nextInt(Math.max(1, size.skills() / SKILLS_PER_AGENT));
        for (int i = 0; i < Math.min(SKILLS_PER_AGENT, size.skills()); i++) {
            int skill = 1 + (first + i * step) % size.skills();
            if (levels.stream().noneMatch(level -> level.skill().value() == skill)) {
                levels.add(new SkillLevel(new SkillId(skill), 1 + random.nextInt(LEVELS)));
            }
        }
        return levels;
    }
}
