package org.kezheng.simulation.strategies;

import java.util.Locale;
import org.kezheng.acd.engine.AgentChoice;

/// The report of all strategies in all scenarios: service level, wait, occupancy and fairness.
public final class StrategyReport {
    private static final long SEED = 20_260_101;

    private StrategyReport() {}

    /// The same text each time.
    public static String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-11s %-19s %8s %9s %10s %14s %10s %10s %10s %18s%n",
                "scenario",
                "choice",
                "offered",
                "answered",
                "abandoned",
                "within 20 s, %",
                "wait, s",
                "longest",
                "busy, %",
                "least to most, %"));
        for (Scenario scenario : Scenario.values()) {
            for (AgentChoice choice : AgentChoice.values()) {
                StrategyFigures figures = new StrategyDay(choice, scenario, SEED).run();
                text.append(String.format(
                        Locale.ROOT,
                        "%-11s %-19s %s%n",
                        scenario.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        choice.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        figures.row()));
            }
        }
        return text.toString();
    }
}
