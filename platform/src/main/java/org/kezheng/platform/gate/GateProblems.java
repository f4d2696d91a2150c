package org.kezheng.platform.gate;

import org.kezheng.platform.http.Problem;

/// Refusals of the gate in the words of the API.
public final class GateProblems {
    private GateProblems() {}

    /// The problem of a refusal: its rule is that of the first failure, and all are named.
    public static Problem of(GateDecision.Refused refused) {
        return Problem.refusedByRules(
                refused.first().rule().id(),
                "The rules for calls to the outside do not allow this one",
                refused.failures().stream().map(GateRecords::text).toList());
    }
}
