package org.kezheng.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.SkillDefinition;
import org.kezheng.acd.engine.SkillId;
import org.kezheng.acd.engine.SkillLevel;
import org.kezheng.acd.engine.SkillRequirement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Single commands of the engine, where the day of `bench acd` measures their mixture: a contact that comes and goes
/// while others wait, one that is offered and withdrawn, and a question.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {
    private static final long START = 1_800_000_000_000_000L;
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final int AGENTS = 10;
    private static final long COMERS = 1_000_000_000;
    private static final Command ASK = new Command.EstimateWait(new ContactId(1));

    /// Contacts that wait for agents who are not there.
    @Param({"1", "1000", "100000"})
    int waiting;

    private Engine crowded = new Engine(Limits.standard());
    private Engine staffed = new Engine(Limits.standard());
    private long comers = COMERS;
    private long events;
    private long effect;

    /// One engine in which many wait and nobody is there, and one in which ten agents are ready and nobody waits.
    @Setup(Level.Trial)
    public void prepare() {
        crowded = configured();
        for (int contact = 1; contact <= waiting; contact++) {
            apply(crowded, new Command.Arrive(new ContactId(contact), CLIENT, QUEUE));
        }
        staffed = configured();
        for (int agent = 1; agent <= AGENTS; agent++) {
            apply(staffed, new Command.SignIn(new AgentId(agent)));
            apply(staffed, new Command.MakeReady(new AgentId(agent)));
        }
    }

    private Engine configured() {
        Engine engine = new Engine(Limits.sized(200_000, 100));
        SkillId skill = new SkillId(1);
        QueueTimes times = new QueueTimes(15_000_000, 60_000_000, 3_600_000_000L, 30_000_000);
        QueueDefinition queue =
                new QueueDefinition(QUEUE, "support", CLIENT, List.of(new SkillRequirement(skill, 1)), times);
        List<AgentDefinition> agents = IntStream.rangeClosed(1, AGENTS)
                .mapToObj(agent -> new AgentDefinition(new AgentId(agent), List.of(new SkillLevel(skill, 5))))
                .toList();
        apply(
                engine,
                new Command.Configure(
                        new Configuration(1, List.of(new SkillDefinition(skill, "support")), List.of(queue), agents)));
        return engine;
    }

    /// A contact comes behind those who wait, and leaves: two commands.
    @Benchmark
    public long comeAndGo() {
        ContactId comer = new ContactId(++comers);
        apply(crowded, new Command.Arrive(comer, CLIENT, QUEUE));
        apply(crowded, new Command.Leave(comer, LeaveCause.CALLER_HUNG_UP));
        return events;
    }

    /// A contact comes, rings at an agent, and leaves; the phone is told to be silent: three commands.
    @Benchmark
    public long ringAndGo() {
        ContactId comer = new ContactId(++comers);
        apply(staffed, new Command.Arrive(comer, CLIENT, QUEUE));
        apply(staffed, new Command.Leave(comer, LeaveCause.CALLER_HUNG_UP));
        apply(staffed, new Command.Acknowledge(new EffectId(effect)));
        return events;
    }

    /// How long will the first one still wait?
    @Benchmark
    public long askForWait() {
        apply(crowded, ASK);
        return events;
    }

    private void apply(Engine engine, Command command) {
        engine.apply(command, START, this::hear);
    }

    private void hear(Event event) {
        events++;
        switch (event) {
            case Event.EffectRequested requested -> effect = requested.id().value();
            // What is refused at once would be measured as quick.
            case Event.CommandRefused refused -> throw new IllegalStateException(refused.toString());
            default -> {
                // Counted.
            }
        }
    }
}
