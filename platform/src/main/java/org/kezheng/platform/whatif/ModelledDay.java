package org.kezheng.platform.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.Limits;
import org.kezheng.platform.directory.RefusedConfiguration;

/// Lets the engine decide a recorded day under a configuration. Callers come when they came and hang up when they
/// hung up, if nobody has answered by then; those who were answered would have waited. Agents are there when they
/// were there. Ringing, talk and wrap-up of a call take as long as they took; what is not on record takes the
/// median of the day. Nobody misses or declines an offer, and there are no holds, transfers or callbacks.
final class ModelledDay {
    private static final DispositionCode DISPOSITION = new DispositionCode("modelled");

    private final RecordedDay recorded;
    private final Engine engine = new Engine(Limits.standard());
    private final DayFigures figures;
    private final Map<Long, RecordedCall> calls = new HashMap<>();
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparingLong(Plan::atMicros).thenComparingLong(Plan::number));
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final long medianRing;
    private final long medianTalk;
    private final long medianWrapUp;
    private long planned;
    private long now;

    private record Plan(long atMicros, long number, Command command) {}

    private ModelledDay(RecordedDay recorded, IntPredicate counts) {
        this.recorded = recorded;
        figures = new DayFigures(recorded.day(), counts);
        now = recorded.day().fromMicros();
        medianRing = median(RecordedCall::ringMicros);
        medianTalk = median(RecordedCall::talkMicros);
        medianWrapUp = median(RecordedCall::wrapUpMicros);
    }

    /// @param counts the queues whose calls count, by id
    /// @throws RefusedConfiguration when the engine refuses the configuration
    static DayFigures of(RecordedDay recorded, Configuration configuration, IntPredicate counts) {
        ModelledDay model = new ModelledDay(recorded, counts);
        model.apply(new Command.Configure(configuration));
        if (!model.problems.isEmpty()) {
            throw new RefusedConfiguration(model.problems);
        }
        model.run();
        return model.figures.finish();
    }

    private long median(Function<RecordedCall, @Nullable Long> part) {
        List<Long> known = recorded.calls().stream()
                .map(part)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        return known.isEmpty() ? 0 : known.get(known.size() / 2);
    }

    private void run() {
        recorded.acts().forEach(act -> plan(act.atMicros(), act.command()));
        for (RecordedCall call : recorded.calls()) {
            calls.put(call.arrival().contact().value(), call);
            plan(call.atMicros(), call.arrival());
            Long patience = call.patienceMicros();
            if (patience != null) {
                plan(
                        call.atMicros() + patience,
                        new Command.Leave(call.arrival().contact(), LeaveCause.CALLER_HUNG_UP));
            }
        }
        long end = recorded.day().toMicros();
        for (long next = next(); next < end; next = next()) {
            step();
        }
    }

    private long next() {
        Plan plan = plans.peek();
        long due = Math.max(now, engine.nextDeadlineMicros());
        return plan == null ? due : Math.min(due, plan.atMicros());
    }

    private void step() {
        Plan plan = plans.peek();
        long due = Math.max(now, engine.nextDeadlineMicros());
        if (plan == null || due < plan.atMicros()) {
            now = due;
            apply(new Command.Tick());
        } else {
            plans.remove();
            now = Math.max(now, plan.atMicros());
            apply(plan.command());
        }
    }

    private void apply(Command command) {
        engine.apply(command, now, this::follow);
    }

    private void follow(Event event) {
        figures.follow(event, now);
        switch (event) {
            case Event.ConfigurationProblemFound found -> problems.add(found.problem());
            case Event.EffectRequested requested -> plan(now, new Command.Acknowledge(requested.id()));
            case Event.OfferMade made ->
                plan(
                        now + known(made.contact().value(), RecordedCall::ringMicros, medianRing),
                        new Command.OfferAnswered(made.offer()));
            case Event.ContactAnswered answered -> {
                long contact = answered.contact().value();
                dropPatience(contact);
                plan(
                        now + known(contact, RecordedCall::talkMicros, medianTalk),
                        new Command.EndTalk(answered.contact()));
            }
            case Event.AgentStateChanged changed -> {
                if (changed.to() == AgentState.WRAP_UP && changed.contact() != 0) {
                    plan(
                            now + known(changed.contact(), RecordedCall::wrapUpMicros, medianWrapUp),
                            new Command.CompleteWrapUp(changed.agent(), new ContactId(changed.contact()), DISPOSITION));
                }
            }
            default -> {
                // The engine goes on by itself.
            }
        }
    }

    /// Who was answered does not hang up for want of patience.
    private void dropPatience(long contact) {
        plans.removeIf(plan ->
                plan.command() instanceof Command.Leave leave && leave.contact().value() == contact);
    }

    private long known(long contact, Function<RecordedCall, @Nullable Long> part, long median) {
        RecordedCall call = calls.get(contact);
        Long micros = call == null ? null : part.apply(call);
        return micros == null ? median : micros;
    }

    private void plan(long atMicros, Command command) {
        plans.add(new Plan(atMicros, planned++, command));
    }
}
