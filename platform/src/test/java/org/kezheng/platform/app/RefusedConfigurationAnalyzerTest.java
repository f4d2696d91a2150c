package org.kezheng.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ConfigurationProblem.Kind;
import org.kezheng.platform.directory.RefusedConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class RefusedConfigurationAnalyzerTest {
    @Test
    void everyProblemIsNamedWithTheWayOut() {
        RefusedConfiguration refused = new RefusedConfiguration(List.of(
                new ConfigurationProblem(Kind.QUEUE_SKILL_UNKNOWN, 1, 77),
                new ConfigurationProblem(Kind.AGENT_TWICE, 2001, 0)));
        FailureAnalysis analysis = Objects.requireNonNull(
                new RefusedConfigurationAnalyzer().analyze(new IllegalStateException("Start failed", refused)));
        assertThat(analysis.getDescription())
                .isEqualTo("site.json is refused: queue-skill-unknown (1, 77); agent-twice (2001, 0)");
        assertThat(analysis.getAction()).contains("docs/site.md");
    }
}
