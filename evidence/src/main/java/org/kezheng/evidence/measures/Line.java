package org.kezheng.evidence.measures;

import java.time.LocalDate;
import java.util.Comparator;

/// What one number is about: a day, a queue or an agent, and the quantity.
record Line(LocalDate day, Subject subject, Quantity quantity) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::day).thenComparing(Line::subject).thenComparing(Line::quantity);

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }

    /// A queue, or an agent.
    ///
    /// @param client whose contacts are counted; 0 for time of agents, which belongs to the operator
    record Subject(Kind kind, int client, int id) implements Comparable<Subject> {
        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::kind)
                .thenComparingInt(Subject::client)
                .thenComparingInt(Subject::id);

        static Subject queue(int client, int queue) {
            return new Subject(Kind.QUEUE, client, queue);
        }

        static Subject agent(int client, int agent) {
            return new Subject(Kind.AGENT, client, agent);
        }

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    enum Kind {
        QUEUE,
        AGENT
    }
}
