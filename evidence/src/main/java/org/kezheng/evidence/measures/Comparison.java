package org.kezheng.evidence.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares the sources' figures of one client at one position, number by number. The journal's fold is the measure of
/// the others.
///
/// @param journal the fold at the position of the tables
/// @param journalAtLive the same fold, further on, where the live figures stand
record Comparison(
        int client,
        boolean isOfOperator,
        HistoricFigures.Sources tables,
        Figures journal,
        Figures live,
        Figures journalAtLive) {
    private static final Set<Quantity> OF_TIME =
            Set.of(Quantity.TALKING_MICROS, Quantity.WRAP_UP_MICROS, Quantity.READY_MICROS, Quantity.NOT_READY_MICROS);
    private static final Set<Quantity> OF_TALKS = Set.of(Quantity.ANSWERED, Quantity.TALKS, Quantity.TALK_MICROS);

    List<Difference> differences() {
        Set<Line> lines = new TreeSet<>(journal.lines().keySet());
        lines.addAll(live.lines().keySet());
        lines.addAll(tables.ofCalls().lines().keySet());
        lines.addAll(tables.ofAgents().lines().keySet());
        List<Difference> found = new ArrayList<>();
        for (Line line : lines) {
            int owner = line.subject().client();
            if (owner == client || (owner == 0 && isOfOperator)) {
                Difference difference = at(line);
                if (!difference.isNone()) {
                    found.add(difference);
                }
            }
        }
        return found;
    }

    private Difference at(Line line) {
        boolean isTime = OF_TIME.contains(line.quantity());
        // What the live figures said when they stood where the tables stand.
        long liveThen = live.value(line) - journalAtLive.value(line) + journal.value(line);
        Long historic = isTime ? null : tables.ofCalls().value(line);
        Long perAgent = isTime || OF_TALKS.contains(line.quantity())
                ? Long.valueOf(tables.ofAgents().value(line))
                : null;
        return Difference.of(line, new Difference.Told(liveThen, historic, perAgent), journal.value(line));
    }
}
