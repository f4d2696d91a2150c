package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Capacity;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.EventSink;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.RuleId;

/// Tries decisions again on a copy of the engine, in the state before them, without who was chosen.
public final class WhatIf {
    private static final Capacity NOTHING = new Capacity(0, 0, 0, 0);

    private WhatIf() {}

    /// One for each decision of the contact that was a choice: wishes, assignments, pulls and transfers are none.
    ///
    /// @throws JournalException when the journal is damaged before the contact's end, or was decided by an
    ///     incompatible engine
    public static List<Alternative> withoutTheChosen(Path directory, ContactId contact) {
        Map<Long, Explanation> decisions = new HashMap<>();
        for (Explanation explanation :
                Explanations.ofContact(directory, contact).offers()) {
            if (isChoice(explanation.rule())) {
                decisions.put(explanation.position(), explanation);
            }
        }
        List<Alternative> alternatives = new ArrayList<>();
        try (Replay replay = new Replay(directory, null, null)) {
            long micros = 0;
            JournalRecord made = replay.next();
            while (made != null && alternatives.size() < decisions.size()) {
                Explanation next = decisions.get(made.position() + 1);
                Engine copy = next == null ? null : copy(replay.engine());
                micros = made.nowMicros();
                made = replay.next();
                if (copy != null && next != null && made != null) {
                    alternatives.add(alternative(copy, micros, made, contact, next));
                }
            }
        }
        return List.copyOf(alternatives);
    }

    private static boolean isChoice(RuleId rule) {
        return switch (rule) {
            case LONGEST_IDLE, BEST_MATCH, LEAST_OVERQUALIFIED, FIRST_WAITING -> true;
            case LAST_AGENT, NAMED_AGENT, ASSIGNED, PULLED, TRANSFERRED, CALLED, TAKEN_OVER -> false;
        };
    }

    private static Engine copy(Engine engine) {
        return StateBytes.of(engine)
                .restore(engine.limits(), engine.configuration().orElse(null));
    }

    private static Alternative alternative(
            Engine engine, long micros, JournalRecord made, ContactId contact, Explanation decision) {
        boolean isChoiceOfContact = decision.rule() == RuleId.FIRST_WAITING;
        List<Event.OfferMade> offers = new ArrayList<>();
        EventSink noted = event -> {
            if (event instanceof Event.OfferMade offer) {
                offers.add(offer);
            }
        };
        if (isChoiceOfContact) {
            engine.apply(new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP), micros, event -> {});
        } else {
            leaveOut(engine, decision.winner(), micros, noted);
        }
        engine.apply(made.command(), made.nowMicros(), noted);
        return isChoiceOfContact
                ? new Alternative(decision, OptionalInt.empty(), contactFor(decision.winner(), offers))
                : new Alternative(decision, agentFor(contact, offers), 0);
    }

    private static long contactFor(AgentId agent, List<Event.OfferMade> offers) {
        return offers.stream()
                .filter(offer -> offer.agent().equals(agent))
                .mapToLong(offer -> offer.contact().value())
                .findFirst()
                .orElse(0);
    }

    private static OptionalInt agentFor(ContactId contact, List<Event.OfferMade> offers) {
        return offers.stream()
                .filter(offer -> offer.contact().equals(contact))
                .mapToInt(offer -> offer.agent().value())
                .findFirst();
    }

    /// By a configuration in which the agent handles nothing: nothing else changes. All free agents are looked at again
    /// then, a tick's work at a time. What was due already, and only waited for its turn, may be decided by that.
    private static void leaveOut(Engine engine, AgentId agent, long micros, EventSink noted) {
        Configuration present = engine.configuration().orElseThrow();
        List<AgentDefinition> agents = present.agents().stream()
                .map(one -> one.agent().equals(agent) ? new AgentDefinition(agent, one.skills(), NOTHING) : one)
                .toList();
        engine.apply(
                new Command.Configure(new Configuration(
                        present.version() + 1, present.rules(), present.skills(), present.queues(), agents, List.of())),
                micros,
                noted);
        for (int tick = 0; tick < present.agents().size() && engine.lastWork() > 0; tick++) {
            engine.apply(new Command.Tick(), micros, noted);
        }
    }
}
