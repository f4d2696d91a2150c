package org.kezheng.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.EngineView;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.PendingEffect;

/// Counts what was tried: each command, in which state it met whom it was about, and what came of it.
final class Tally {
    private static final String UNKNOWN = "-";

    private final Map<String, Long> commands = new TreeMap<>();
    private final Map<String, Map<String, Long>> pairs = new TreeMap<>();

    void count(Command command, EngineView before, List<PendingEffect> pending, List<Event> events) {
        String name = command.getClass().getSimpleName();
        commands.merge(name, 1L, Long::sum);
        pairs.computeIfAbsent(name + " " + state(command, before, pending), pair -> new LinkedHashMap<>())
                .merge(outcome(events), 1L, Long::sum);
    }

    private static String outcome(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.CommandRefused(var refusal)) {
                return refusal.name();
            }
        }
        return events.isEmpty() ? "nothing" : "done";
    }

    private static String state(Command command, EngineView view, List<PendingEffect> pending) {
        return switch (command) {
            case Command.Arrive c -> contact(c.contact(), view);
            case Command.Leave c -> contact(c.contact(), view);
            case Command.Hold c -> contact(c.contact(), view);
            case Command.Resume c -> contact(c.contact(), view);
            case Command.EndTalk c -> contact(c.contact(), view);
            case Command.RenewTalk c -> contact(c.contact(), view);
            case Command.TakeCallback c -> contact(c.contact(), view);
            case Command.EstimateWait c -> contact(c.contact(), view);
            case Command.Move c -> contact(c.contact(), view);
            case Command.Assign c -> contact(c.contact(), view);
            case Command.Pull c -> contact(c.contact(), view);
            case Command.TransferToQueue c -> contact(c.contact(), view);
            case Command.TransferToAgent c -> contact(c.contact(), view);
            case Command.TakeOver c -> contact(c.contact(), view);
            case Command.CallAgent c -> contact(c.contact(), view);
            case Command.SignIn c -> agent(c.agent(), view);
            case Command.SignOut c -> agent(c.agent(), view);
            case Command.MakeReady c -> agent(c.agent(), view);
            case Command.MakeNotReady c -> agent(c.agent(), view);
            case Command.CompleteWrapUp c -> agent(c.agent(), view);
            case Command.ExtendWrapUp c -> agent(c.agent(), view);
            case Command.OfferRinging c -> offer(c.offer(), view);
            case Command.OfferAnswered c -> offer(c.offer(), view);
            case Command.OfferDeclined c -> offer(c.offer(), view);
            case Command.OfferFailed c -> offer(c.offer(), view);
            case Command.Acknowledge c -> effect(c.effect(), pending);
            case Command.Tick c -> "any";
            case Command.Configure c -> "any";
            case Command.ClockJumped c -> "any";
        };
    }

    private static String contact(ContactId contact, EngineView view) {
        for (EngineView.Contact seen : view.contacts()) {
            if (seen.contact() == contact.value()) {
                return seen.stage().name();
            }
        }
        return UNKNOWN;
    }

    private static String agent(AgentId agent, EngineView view) {
        for (EngineView.Agent seen : view.agents()) {
            if (seen.agent() == agent.value()) {
                return seen.state().name();
            }
        }
        return UNKNOWN;
    }

    private static String offer(OfferId offer, EngineView view) {
        for (EngineView.Contact seen : view.contacts()) {
            if (seen.offer() == offer.value()) {
                return seen.stage().name();
            }
        }
        return UNKNOWN;
    }

    private static String effect(EffectId effect, List<PendingEffect> pending) {
        return pending.stream().anyMatch(known -> known.id().equals(effect)) ? "PENDING" : UNKNOWN;
    }

    Map<String, Long> commands() {
        return commands;
    }

    /// By command and state; within, by outcome: `done`, `nothing`, or the refusal.
    Map<String, Map<String, Long>> pairs() {
        return pairs;
    }

    /// The table of states and commands, in Markdown: what can come of each pair. Figures are left out, so that the
    /// table changes only when the engine does.
    String table() {
        StringBuilder table = new StringBuilder("| Command | State | What comes of it |\n|---|---|---|\n");
        pairs.forEach((pair, outcomes) -> {
            String[] parts = pair.split(" ", 2);
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s |%n",
                    parts[0],
                    parts[1].equals(UNKNOWN) ? "unknown or over" : "`" + parts[1] + "`",
                    String.join(", ", new TreeMap<>(outcomes).keySet())));
        });
        return table.toString();
    }
}
