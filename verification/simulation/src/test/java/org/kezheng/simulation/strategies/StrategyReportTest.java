package org.kezheng.simulation.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A change of the engine that changes what it decides changes this report, and is seen. `./kezheng simulate
/// --strategies` makes it anew.
final class StrategyReportTest {
    @Test
    void theReportIsTheOneInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../../docs/strategies.md"));
        assertThat(page).contains("```\n" + StrategyReport.text() + "```");
    }
}
