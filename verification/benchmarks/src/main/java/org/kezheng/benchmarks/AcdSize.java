package org.kezheng.benchmarks;

import org.kezheng.acd.engine.Limits;

/// How large a site is.
///
/// @param waiting contacts that wait all the time, in backlog
public record AcdSize(int agents, int skills, int waiting) {
    private static final int MOST = 2_000_000;

    public AcdSize {
        if (agents < 1 || skills < 1 || waiting < 0 || agents > MOST || skills > 2_000 || waiting > MOST - agents) {
            throw new IllegalArgumentException("A size has 1 agent and more, 1 to 2000 skills, 0 waiting contacts and"
                    + " more, and 2000000 agents and contacts at most");
        }
    }

    Limits limits() {
        return Limits.sized(Math.min(2_000_000, waiting + 2 * agents + 1_000), agents);
    }
}
