package org.kezheng.evidence.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Figures of some days, as of one journal position. What is not there is 0.
public final class Figures {
    private final long position;
    private final Instant asOf;
    private final SortedMap<Line, Long> lines;

    Figures(long position, Instant asOf, SortedMap<Line, Long> lines) {
        this.position = position;
        this.asOf = asOf;
        this.lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /// The last journal record that is in them.
    public long position() {
        return position;
    }

    /// Up to when states that last are counted.
    public Instant asOf() {
        return asOf;
    }

    /// What a queue of a client has on a day. Contacts count on the day on which they entered the queue.
    public QueueFigures queue(LocalDate day, int client, int queue) {
        return new QueueFigures(day, Line.Subject.queue(client, queue), this);
    }

    /// What an agent has on a day for a client. Contacts count on the day of their answer, time on the day on which it
    /// was spent.
    public AgentFigures agent(LocalDate day, int client, int agent) {
        return new AgentFigures(day, client, agent, this);
    }

    SortedMap<Line, Long> lines() {
        return lines;
    }

    long value(Line line) {
        return lines.getOrDefault(line, 0L);
    }
}
