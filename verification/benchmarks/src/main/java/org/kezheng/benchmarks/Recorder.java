package org.kezheng.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueId;

/// Has an engine live through a day and writes down the commands: calls come as a Poisson stream at the rate at which
/// the agents serve them, talks and wrap-ups last for exponential times, some offers are declined or missed, some
/// callers hang up. Ticks come on a grid of ten milliseconds, as those of a host that serves a batch.
final class Recorder {
    private static final long START = 1_800_000_000_000_000L;
    private static final long TICK = 10_000;
    private static final double TALK = 180 * Site.SECOND;
    private static final double WRAP_UP = 20 * Site.SECOND;
    private static final DispositionCode RESOLVED = new DispositionCode("resolved");

    private final AcdSize size;
    private final AcdMode mode;
    private final SplittableRandom random;
    private final Engine engine;
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparingLong(Plan::at).thenComparingLong(Plan::number));
    private final double interval;
    private Trace trace = new Trace();
    private long now = START;
    private long planned;
    private long contacts;
    /// Until everybody is where the mode wants them, talks do not end.
    private boolean isSettingUp = true;

    private long waiting;
    /// The ends of the talks that began in setting up.
    private final List<Command> talkers = new ArrayList<>();

    Recorder(AcdSize size, AcdMode mode, long seed) {
        this.size = size;
        this.mode = mode;
        random = new SplittableRandom(seed);
        engine = new Engine(size.limits());
        double busy = mode == AcdMode.BACKLOG ? size.agents() : Math.max(1, size.agents() / 2);
        interval = (TALK + WRAP_UP) / busy;
    }

    private record Plan(long at, long number, Command command) {}

    /// Two traces: the one that sets the site up, and the one to be measured.
    record Day(Trace setUp, Trace measured) {}

    Day record(long seedOfSite, int commands) {
        Trace setUp = trace;
        apply(new Command.Configure(new Site(size, seedOfSite).configuration()));
        for (int agent = 1; agent <= size.agents(); agent++) {
            apply(new Command.SignIn(new AgentId(agent)));
            apply(new Command.MakeReady(new AgentId(agent)));
        }
        int busy = mode == AcdMode.BACKLOG ? size.agents() : size.agents() / 2;
        // Some agents serve few queues only and get no call; they are busy soon enough.
        for (long tries = 0; talkers.size() < busy && tries < 3L * size.agents(); tries++) {
            step(1_000);
        }
        while (mode == AcdMode.BACKLOG && waiting < size.waiting()) {
            step(interval);
        }
        isSettingUp = false;
        talkers.forEach(end -> plan(exponential(TALK), end));
        trace = new Trace();
        plan(exponential(interval), new Command.Tick());
        while (trace.size() < commands) {
            next();
        }
        return new Day(setUp, trace);
    }

    /// In setting up: a call comes, and who is offered one answers.
    private void step(double micros) {
        arrive();
        advanceTo(now + (long) micros);
        while (!plans.isEmpty()) {
            apply(plans.remove().command());
        }
    }

    private void next() {
        Plan plan = plans.remove();
        advanceTo(plan.at());
        if (plan.command() instanceof Command.Tick) {
            arrive();
            plan(exponential(interval), plan.command());
        } else {
            apply(plan.command());
        }
    }

    private void arrive() {
        contacts++;
        ContactId contact = new ContactId(contacts);
        waiting++;
        apply(new Command.Arrive(contact, Site.CLIENT, new QueueId(1 + random.nextInt(size.skills()))));
        if (!isSettingUp && random.nextInt(50) == 0) {
            plan(exponential(60 * Site.SECOND), new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP));
        }
    }

    private void advanceTo(long at) {
        long due = engine.nextDeadlineMicros();
        while (due <= at) {
            now = Math.max(now, due / TICK * TICK + TICK);
            apply(new Command.Tick());
            due = engine.nextDeadlineMicros();
        }
        now = Math.max(now, at);
    }

    private void apply(Command command) {
        trace.add(command, now);
        engine.apply(command, now, this::follow);
    }

    private void follow(Event event) {
        switch (event) {
            case Event.OfferMade made -> {
                waiting--;
                int dice = isSettingUp ? 0 : random.nextInt(100);
                if (dice < 95) {
                    plan(isSettingUp ? 0.0 : 2e6, new Command.OfferAnswered(made.offer()));
                } else if (dice < 98) {
                    plan(1e6, new Command.OfferDeclined(made.offer()));
                }
            }
            case Event.ContactRequeued requeued -> waiting++;
            case Event.ContactAnswered answered -> {
                Command end = new Command.Leave(answered.contact(), LeaveCause.CALLER_HUNG_UP);
                if (isSettingUp) {
                    talkers.add(end);
                } else {
                    plan(exponential(TALK), end);
                }
            }
            case Event.AgentStateChanged changed -> {
                if (changed.to() == AgentState.WRAP_UP) {
                    ContactId contact = new ContactId(changed.contact());
                    plan(exponential(WRAP_UP), new Command.CompleteWrapUp(changed.agent(), contact, RESOLVED));
                }
            }
            case Event.EffectRequested requested -> {
                if (!(requested.effect() instanceof Effect.Ring)) {
                    plan(1e4, new Command.Acknowledge(requested.id()));
                }
            }
            default -> {
                // Nothing follows.
            }
        }
    }

    private void plan(double micros, Command command) {
        plans.add(new Plan(now + (long) micros, planned++, command));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
