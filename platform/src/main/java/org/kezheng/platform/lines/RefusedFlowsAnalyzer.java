package org.kezheng.platform.lines;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with flows, and the way out, instead of where in the program it was found.
final class RefusedFlowsAnalyzer extends AbstractFailureAnalyzer<RefusedFlows> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedFlows refused) {
        return new FailureAnalysis(
                "Flows are refused:" + System.lineSeparator() + refused.getMessage(),
                "Correct them in the data directory, look at each by ./kezheng flow check FILE (docs/flows.md), and start"
                        + " again.",
                refused);
    }
}
