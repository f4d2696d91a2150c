package org.kezheng.platform.directory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.ConfigurationProblem;

/// The engine refuses a configuration; the message names every problem.
public final class RefusedConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param problems at least one
    public RefusedConfiguration(List<ConfigurationProblem> problems) {
        super(problems.stream().map(RefusedConfiguration::words).collect(Collectors.joining("; ")));
    }

    /// @param what is wrong, before the engine was asked
    public RefusedConfiguration(IllegalArgumentException what) {
        super(what.getMessage(), what);
    }

    private static String words(ConfigurationProblem problem) {
        String kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "%s (%d, %d)".formatted(kind, problem.subject(), problem.other());
    }
}
