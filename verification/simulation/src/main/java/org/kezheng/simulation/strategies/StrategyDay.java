package org.kezheng.simulation.strategies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.Limits;
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

/// One day of twelve agents and three queues, each for a skill. Calls, patience and the length of talks are the same
/// whatever the strategy: they are drawn from the call's own number. A talk is shorter with an agent of a higher level.
final class StrategyDay {
    private static final long START = 1_800_000_000_000_000L;
    private static final long SECOND = 1_000_000;
    private static final int AGENTS = 12;
    private static final int SKILLS = 3;
    private static final ClientId CLIENT = new ClientId(1);

    private final AgentChoice choice;
    private final Scenario scenario;
    private final long seed;
    private final Engine engine = new Engine(Limits.standard());
    private final StrategyFigures figures = new StrategyFigures();
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparingLong(Plan::at).thenComparingLong(Plan::number));
    private final Map<Long, Call> calls = new HashMap<>();
    private final Map<Integer, Standing> standings = new HashMap<>();
    private long now = START;
    private long planned;
    private long contacts;

    StrategyDay(AgentChoice choice, Scenario scenario, long seed) {
        this.choice = choice;
        this.scenario = scenario;
        this.seed = seed;
    }

    private record Plan(long at, long number, Command command) {}

    private record Call(long arrivedAt, int skill, long talkMicros) {}

    private record Standing(AgentState state, long since) {}

    StrategyFigures run() {
        apply(new Command.Configure(configuration()));
        for (int agent = 1; agent <= AGENTS; agent++) {
            apply(new Command.SignIn(new AgentId(agent)));
            apply(new Command.MakeReady(new AgentId(agent)));
            if (agent % 3 == 0) {
                plan(scenario.leaveAtMicros(), new Command.SignOut(new AgentId(agent)));
            }
        }
        SplittableRandom arrivals = new SplittableRandom(seed);
        long next = START;
        while (next < START + Scenario.LENGTH_MICROS) {
            advanceTo(next);
            arrive();
            next += exponential(arrivals, 60e6 / scenario.callsPerMinute(next - START));
        }
        advanceTo(START + Scenario.LENGTH_MICROS);
        standings.forEach(this::count);
        return figures;
    }

    private Configuration configuration() {
        List<SkillDefinition> skills = new ArrayList<>();
        List<QueueDefinition> queues = new ArrayList<>();
        for (int skill = 1; skill <= SKILLS; skill++) {
            skills.add(new SkillDefinition(new SkillId(skill), "skill-" + skill));
            queues.add(new QueueDefinition(
                    new QueueId(skill),
                    "queue-" + skill,
                    CLIENT,
                    Channel.VOICE,
                    0,
                    List.of(ring(0, skill, 5), ring(40 * SECOND, skill, 1)),
                    new QueueTimes(15 * SECOND, 15 * SECOND, 1_800 * SECOND, 60 * SECOND),
                    QueueBounds.NONE,
                    new OfferPolicy(choice, MissedOffer.NOT_READY, 0, 0)));
        }
        List<AgentDefinition> agents = new ArrayList<>();
        for (int agent = 1; agent <= AGENTS; agent++) {
            agents.add(new AgentDefinition(new AgentId(agent), levels(agent)));
        }
        return new Configuration(1, skills, queues, agents);
    }

    private static Ring ring(long after, int skill, int level) {
        return new Ring(after, List.of(new SkillRequirement(new SkillId(skill), level)));
    }

    /// Everybody has one skill well; every second one another one as well, and every third one all.
    private static List<SkillLevel> levels(int agent) {
        int own = agent % SKILLS + 1;
        List<SkillLevel> levels = new ArrayList<>();
        for (int skill = 1; skill <= SKILLS; skill++) {
            boolean isSecond = agent % 2 == 0 && skill == own % SKILLS + 1;
            if (skill == own) {
                levels.add(new SkillLevel(new SkillId(skill), 5 + agent % 6));
            } else if (isSecond || agent % 3 == 0) {
                levels.add(new SkillLevel(new SkillId(skill), 1 + agent % 7));
            }
        }
        return levels;
    }

    private void arrive() {
        contacts++;
        SplittableRandom own = new SplittableRandom(seed ^ (contacts * 0x9E37_79B9_7F4A_7C15L));
        int skill = 1 + own.nextInt(SKILLS);
        ContactId contact = new ContactId(contacts);
        calls.put(contacts, new Call(now, skill, exponential(own, 170e6)));
        figures.offered();
        plan(now - START + exponential(own, 150e6), new Command.Leave(contact, LeaveCause.PBX_LOST));
        apply(new Command.Arrive(contact, CLIENT, new QueueId(skill)));
    }

    private void advanceTo(long at) {
        while (true) {
            Plan plan = plans.peek();
            long planAt = plan == null ? Long.MAX_VALUE : plan.at();
            long due = Math.max(now, engine.nextDeadlineMicros());
            if (Math.min(planAt, due) > at) {
                break;
            }
            if (due <= planAt) {
                now = due;
                apply(new Command.Tick());
            } else {
                now = Math.max(now, planAt);
                apply(plans.remove().command());
            }
        }
        now = Math.max(now, at);
    }

    /// Impatience is over with the answer: who talks does not leave for want of patience.
    private void apply(Command command) {
        boolean isImpatience = command instanceof Command.Leave(var contact, var cause)
                && cause == LeaveCause.PBX_LOST
                && !calls.containsKey(contact.value());
        if (!isImpatience) {
            engine.apply(command, now, this::follow);
        }
    }

    private void follow(Event event) {
        switch (event) {
            case Event.OfferMade made -> plan(now - START + 3 * SECOND, new Command.OfferAnswered(made.offer()));
            case Event.ContactAnswered answered -> answered(answered);
            case Event.ContactEnded ended -> {
                if (calls.remove(ended.contact().value()) != null) {
                    figures.abandoned();
                }
            }
            case Event.AgentStateChanged changed -> {
                Standing before = standings.put(changed.agent().value(), new Standing(changed.to(), now));
                if (before != null) {
                    count(changed.agent().value(), before);
                }
            }
            default -> {
                // Nothing follows.
            }
        }
    }

    private void answered(Event.ContactAnswered answered) {
        Call call = calls.remove(answered.contact().value());
        if (call != null) {
            figures.answered(now - call.arrivedAt());
            int level = levels(answered.agent().value()).stream()
                    .filter(has -> has.skill().value() == call.skill())
                    .mapToInt(SkillLevel::level)
                    .findFirst()
                    .orElse(1);
            long talk = call.talkMicros() * (25 - level) / 20;
            plan(now - START + talk, new Command.Leave(answered.contact(), LeaveCause.CALLER_HUNG_UP));
        }
    }

    private void count(int agent, Standing standing) {
        if (standing.state() != AgentState.SIGNED_OUT && standing.state() != AgentState.NOT_READY) {
            figures.there(agent, now - standing.since(), standing.state() != AgentState.READY);
        }
    }

    private void plan(long atMicrosOfDay, Command command) {
        plans.add(new Plan(START + atMicrosOfDay, planned++, command));
    }

    /// The same on every machine.
    private static long exponential(SplittableRandom random, double mean) {
        return (long) (-mean * StrictMath.log(1 - random.nextDouble()));
    }
}
