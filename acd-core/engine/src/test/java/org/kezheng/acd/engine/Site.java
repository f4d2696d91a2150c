package org.kezheng.acd.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A site of its own for an example: queues and agents as the example needs them. Times, unless said otherwise: 15 s
/// to answer, no wrap-up, 30 min longest wait, 30 s passed over, 10 s an extension, 60 s a kept place, 20 s for a wish.
final class Site {
    static final SkillId GERMAN = new SkillId(1);
    static final SkillId FRENCH = new SkillId(2);
    static final QueueId FIRST = new QueueId(1);
    static final QueueId SECOND = new QueueId(2);

    private final List<QueueDefinition> queues = new ArrayList<>();
    private final List<AgentDefinition> agents = new ArrayList<>();

    /// A queue whose parts are changed one by one.
    static final class Queue {
        private final QueueId id;
        private Channel channel = Channel.VOICE;
        private List<Ring> rings = List.of(ring(0, GERMAN, 1));
        private long wrapUpSeconds;
        private QueueBounds bounds = QueueBounds.NONE;
        private OfferPolicy policy = OfferPolicy.STANDARD;

        Queue(QueueId id) {
            this.id = id;
        }

        Queue channel(Channel of) {
            channel = of;
            return this;
        }

        Queue rings(Ring... all) {
            rings = List.of(all);
            return this;
        }

        Queue wrapUp(long seconds) {
            wrapUpSeconds = seconds;
            return this;
        }

        Queue bounds(int maxWaiting, Overflow whenFull, Overflow whenWaitedTooLong) {
            bounds = new QueueBounds(maxWaiting, whenFull, whenWaitedTooLong, 0);
            return this;
        }

        Queue maxResting(int agents) {
            bounds = new QueueBounds(0, new Overflow.Disconnect(), new Overflow.Disconnect(), agents);
            return this;
        }

        Queue policy(AgentChoice choice, MissedOffer missed, int declinesInARow, int extensions) {
            policy = new OfferPolicy(choice, missed, declinesInARow, extensions);
            return this;
        }

        private QueueDefinition definition() {
            QueueTimes times = new QueueTimes(
                    World.seconds(15),
                    World.seconds(wrapUpSeconds),
                    World.seconds(1_800),
                    World.seconds(30),
                    World.seconds(10),
                    World.seconds(60),
                    World.seconds(20),
                    World.seconds(20));
            return new QueueDefinition(id, "queue-" + id.value(), World.DEMO, channel, 0, rings, times, bounds, policy);
        }
    }

    static Ring ring(long afterSeconds, SkillId skill, int level) {
        return new Ring(World.seconds(afterSeconds), List.of(new SkillRequirement(skill, level)));
    }

    static SkillLevel level(SkillId skill, int level) {
        return new SkillLevel(skill, level);
    }

    static AgentId id(int agent) {
        return new AgentId(agent);
    }

    static Command arrival(long contact, int priority, boolean isVip, long token, AgentWish wish) {
        return new Command.Arrive(
                new ContactId(contact), World.DEMO, FIRST, ContactKind.CALL, priority, isVip, token, wish);
    }

    Site with(Queue queue) {
        queues.add(queue.definition());
        return this;
    }

    Site agent(int agent, Capacity capacity, SkillLevel... levels) {
        agents.add(new AgentDefinition(id(agent), Arrays.asList(levels), capacity));
        return this;
    }

    /// An agent for one call at a time.
    Site agent(int agent, SkillLevel... levels) {
        return agent(agent, Capacity.ONE_CALL, levels);
    }

    /// Nobody is signed in.
    World closed() {
        return closed(World.limits());
    }

    /// The same under other limits.
    World closed(Limits limits) {
        World world = new World(limits);
        List<SkillDefinition> skills =
                List.of(new SkillDefinition(GERMAN, "german"), new SkillDefinition(FRENCH, "french"));
        return world.does(new Command.Configure(new Configuration(1, skills, queues, agents)));
    }

    /// Everybody is ready, each a second after the one before.
    World open() {
        World world = closed();
        for (AgentDefinition agent : agents) {
            world.signsIn(agent.agent()).does(new Command.MakeReady(agent.agent()));
            world.passes(1);
        }
        return world;
    }
}
