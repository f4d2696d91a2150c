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
    private static final ContactId COMER = new ContactId(1_000_000_000);
    private static final Command ARRIVE = new Command.Arrive(COMER, CLIENT, QUEUE);
    private static final Command LEAVE = new Command.Leave(COMER, LeaveCause.PBX_LOST);
    private static final Command ASK = new Command.EstimateWait(new ContactId(1));

    /// Contacts that wait for agents who are not there; 0: ten agents are ready.
    @Param({"0", "1000", "100000"})
    int waiting;

    private Engine engine = new Engine(Limits.standard());
    private long events;

    /// Fills the queue, or makes agents ready.
    @Setup(Level.Trial)
    public void prepare() {
        engine = new Engine(Limits.sized(200_000, 100));
        SkillId skill = new SkillId(1);
        QueueTimes times = new QueueTimes(15_000_000, 60_000_000, 3_600_000_000L, 30_000_000);
        QueueDefinition queue =
                new QueueDefinition(QUEUE, "support", CLIENT, List.of(new SkillRequirement(skill, 1)), times);
        List<AgentDefinition> agents = IntStream.rangeClosed(1, 10)
                .mapToObj(agent -> new AgentDefinition(new AgentId(agent), List.of(new SkillLevel(skill, 5))))
                .toList();
        apply(new Command.Configure(
                new Configuration(1, List.of(new SkillDefinition(skill, "support")), List.of(queue), agents)));
        for (int contact = 1; contact <= waiting; contact++) {
            apply(new Command.Arrive(new ContactId(contact), CLIENT, QUEUE));
        }
        if (waiting == 0) {
            for (int agent = 1; agent <= 10; agent++) {
                apply(new Command.SignIn(new AgentId(agent)));
                apply(new Command.MakeReady(new AgentId(agent)));
            }
        }
    }

    /// A contact comes (and is offered where somebody is ready) and is gone again.
    @Benchmark
    public long comeAndGo() {
        apply(ARRIVE);
        apply(LEAVE);
        return events;
    }

    /// How long will the first one still wait?
    @Benchmark
    public long askForWait() {
        apply(ASK);
        return events;
    }

    private void apply(Command command) {
        engine.apply(command, START, this::count);
        engine.pendingEffects()
                .forEach(effect -> engine.apply(new Command.Acknowledge(effect.id()), START, event -> {}));
    }

    private void count(Event event) {
        events++;
    }
}
