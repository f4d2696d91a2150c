package org.kezheng.simulation.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.simulation.Simulation;

/// A trace being written, one line for each step. A life begins with a line of its own, which names the limits of its
/// engine.
public final class Trace {
    private final Appendable to;
    private long lines;
    private int life;

    public Trace(Appendable to) {
        this.to = to;
    }

    /// Writes a step, and before a life's first one its beginning.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void add(Simulation.Step step) {
        try {
            if (step.life() != life) {
                life = step.life();
                write(step.nowMicros(), begin(step.limits()).toString(), "[]");
            }
            write(step.nowMicros(), command(step.command()), decisions(step.events()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String command(Command command) {
        return CommandForm.of(command).toString();
    }

    static String decisions(List<Event> events) {
        StringBuilder list = new StringBuilder("[");
        for (Event event : events) {
            list.append(list.length() > 1 ? "," : "").append(EventForm.of(event));
        }
        return list.append(']').toString();
    }

    private void write(long nowMicros, String command, String decisions) throws IOException {
        lines++;
        to.append("{\"n\":" + lines + ",\"nowMicros\":" + nowMicros + ",\"command\":" + command + ",\"decisions\":"
                + decisions + "}\n");
    }

    private static JsonObject begin(Limits limits) {
        return JsonObject.ofType("Begin")
                .object(
                        "limits",
                        new JsonObject()
                                .number("contacts", limits.contacts())
                                .number("agents", limits.agents())
                                .number("skills", limits.skills())
                                .number("queues", limits.queues())
                                .number("memberships", limits.memberships())
                                .number("passOvers", limits.passOvers())
                                .number("passOversPerAgent", limits.passOversPerAgent())
                                .number("passOversPerContact", limits.passOversPerContact())
                                .number("reservedPerAgent", limits.reservedPerAgent())
                                .number("keptPlaces", limits.keptPlaces())
                                .number("effects", limits.effects())
                                .number("endedContacts", limits.endedContacts())
                                .number("workPerTick", limits.workPerTick())
                                .wide("talkLeaseMicros", limits.talkLeaseMicros()));
    }
}
