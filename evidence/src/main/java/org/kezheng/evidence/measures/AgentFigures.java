package org.kezheng.evidence.measures;

import java.time.LocalDate;

/// An agent's figures of one day.
public final class AgentFigures {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final int OF_OPERATOR = 0;

    private final LocalDate day;
    private final int client;
    private final int agent;
    private final Figures figures;

    AgentFigures(LocalDate day, int client, int agent, Figures figures) {
        this.day = day;
        this.client = client;
        this.agent = agent;
        this.figures = figures;
    }

    /// Contacts that the agent answered.
    public long answered() {
        return figures.value(new Line(day, Line.Subject.agent(client, agent), Quantity.ANSWERED));
    }

    public double talkSeconds() {
        return ofClient(Quantity.TALK_MICROS);
    }

    public double holdSeconds() {
        return ofClient(Quantity.HOLD_MICROS);
    }

    public double wrapUpSeconds() {
        return ofTime(Quantity.WRAP_UP_MICROS);
    }

    public double readySeconds() {
        return ofTime(Quantity.READY_MICROS);
    }

    public double notReadySeconds() {
        return ofTime(Quantity.NOT_READY_MICROS);
    }

    private double ofClient(Quantity quantity) {
        return figures.value(new Line(day, Line.Subject.agent(client, agent), quantity)) / MICROS_PER_SECOND;
    }

    private double ofTime(Quantity quantity) {
        return figures.value(new Line(day, Line.Subject.agent(OF_OPERATOR, agent), quantity)) / MICROS_PER_SECOND;
    }
}
