package org.kezheng.platform.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// Reads a day out of a journal: everything before it is followed too, for who was there when it began.
final class DayReading {
    private final Day day;
    private final IntPredicate counts;
    private final DayFigures figures;
    private final Map<Long, Draft> drafts = new HashMap<>();
    private final List<Draft> inOrder = new ArrayList<>();
    private final Map<Integer, Event.AgentStateChanged> before = new TreeMap<>();
    private final List<AgentAct> acts = new ArrayList<>();
    private Optional<Configuration> configuration = Optional.empty();

    /// @param counts the queues whose calls count, by id
    DayReading(Day day, IntPredicate counts) {
        this.day = day;
        this.counts = counts;
        figures = new DayFigures(day, counts);
    }

    static RecordedDay of(Iterable<JournalRecord> journal, Day day, IntPredicate counts) {
        DayReading reading = new DayReading(day, counts);
        journal.forEach(reading::read);
        return reading.finish();
    }

    private void read(JournalRecord made) {
        long at = made.nowMicros();
        if (made.command() instanceof Command.Configure configure && at < day.toMicros() && isApplied(made)) {
            configuration = Optional.of(configure.configuration());
        }
        if (day.has(at) && isAct(made.command())) {
            acts.add(new AgentAct(at, made.command()));
        }
        for (Event event : made.events()) {
            figures.follow(event, at);
            follow(made.command(), event, at);
        }
    }

    private static boolean isApplied(JournalRecord made) {
        return made.events().stream().anyMatch(Event.ConfigurationApplied.class::isInstance);
    }

    private static boolean isAct(Command command) {
        return command instanceof Command.SignIn
                || command instanceof Command.SignOut
                || command instanceof Command.MakeReady
                || command instanceof Command.MakeNotReady;
    }

    private void follow(Command command, Event event, long at) {
        switch (event) {
            case Event.ContactQueued queued -> {
                if (command instanceof Command.Arrive arrival
                        && day.has(at)
                        && counts.test(queued.queue().value())) {
                    Draft draft = new Draft(arrival, at);
                    drafts.put(queued.contact().value(), draft);
                    inOrder.add(draft);
                }
            }
            case Event.OfferMade made -> of(made.contact().value()).ifPresent(draft -> draft.offeredAt = at);
            case Event.ContactAnswered answer -> of(answer.contact().value()).ifPresent(draft -> draft.answered(at));
            case Event.ContactEnded ended -> of(ended.contact().value()).ifPresent(draft -> draft.ended(at, ended));
            case Event.WrapUpEnded wrapUp -> of(wrapUp.contact().value()).ifPresent(draft -> draft.wrappedUp(at));
            case Event.AgentStateChanged changed -> {
                if (at < day.fromMicros()) {
                    before.put(changed.agent().value(), changed);
                }
            }
            default -> {
                // Follows from the rules, or is not modelled.
            }
        }
    }

    private Optional<Draft> of(long contact) {
        return Optional.ofNullable(drafts.get(contact));
    }

    private RecordedDay finish() {
        List<AgentAct> all = new ArrayList<>();
        before.values().forEach(last -> standAtMidnight(last, all));
        all.addAll(acts);
        return new RecordedDay(day, inOrder.stream().map(Draft::finish).toList(), all, figures.finish(), configuration);
    }

    /// Whoever was signed in when the day began is there from its begin.
    private void standAtMidnight(Event.AgentStateChanged last, List<AgentAct> all) {
        AgentId agent = last.agent();
        if (last.to() == AgentState.SIGNED_OUT) {
            return;
        }
        all.add(new AgentAct(day.fromMicros(), new Command.SignIn(agent)));
        if (last.to() != AgentState.NOT_READY) {
            all.add(new AgentAct(day.fromMicros(), new Command.MakeReady(agent)));
        }
    }

    private static final class Draft {
        private final Command.Arrive arrival;
        private final long atMicros;
        private long offeredAt;
        private long answeredAt;
        private long endedAt;
        private @Nullable Long patience;
        private @Nullable Long ring;
        private @Nullable Long talk;
        private @Nullable Long wrapUp;

        Draft(Command.Arrive arrival, long atMicros) {
            this.arrival = arrival;
            this.atMicros = atMicros;
        }

        void answered(long at) {
            if (answeredAt == 0) {
                answeredAt = at;
                ring = at - offeredAt;
            }
        }

        void ended(long at, Event.ContactEnded ended) {
            endedAt = at;
            if (answeredAt != 0) {
                talk = at - answeredAt;
            } else if (ended.outcome() == ContactOutcome.ABANDONED) {
                patience = at - atMicros;
            }
        }

        void wrappedUp(long at) {
            wrapUp = at - endedAt;
        }

        RecordedCall finish() {
            return new RecordedCall(arrival, atMicros, patience, ring, talk, wrapUp);
        }
    }
}
