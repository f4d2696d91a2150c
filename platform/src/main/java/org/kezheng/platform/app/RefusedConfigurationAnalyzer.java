package org.kezheng.platform.app;

import org.kezheng.platform.directory.RefusedConfiguration;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with a site's definition, and the way out, instead of where in the program it was found.
final class RefusedConfigurationAnalyzer extends AbstractFailureAnalyzer<RefusedConfiguration> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedConfiguration refused) {
        return new FailureAnalysis(
                "site.json is refused: " + refused.getMessage(),
                "Nothing has changed: correct site.json in the data directory and start again (docs/site.md). The numbers"
                        + " are the ids of what is wrong.",
                refused);
    }
}
