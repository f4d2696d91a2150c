package org.kezheng.platform.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.flows.FlowExample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SiteFlowsTest {
    @TempDir
    Path folder;

    @Test
    void demonstrationsFlowHolds() throws IOException {
        try (InputStream flow =
                Objects.requireNonNull(SiteFlowsTest.class.getResourceAsStream("/demonstration-flow.json"))) {
            Files.write(folder.resolve("main.json"), flow.readAllBytes());
        }
        assertThat(SiteFlows.read(folder, site(List.of(new Definition.AccessNumber("4000", 1, "main", "support")))))
                .singleElement()
                .satisfies(line -> assertThat(line.flow().code()).isEqualTo("main"));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws IOException {
        Files.writeString(folder.resolve("support-line.json"), FlowExample.whole());
        Files.writeString(
                folder.resolve("broken.json"),
                FlowExample.whole()
                        .replace("\"next\": \"nuisance\"", "\"next\": \"nowhere\"")
                        .replace("9", "0"));
        List<Definition.AccessNumber> numbers = List.of(
                new Definition.AccessNumber("4000", 1, "support-line", "support"),
                new Definition.AccessNumber("4000", 1, "broken", "support"),
                new Definition.AccessNumber("40x", 2, "absent", "support"),
                new Definition.AccessNumber("4003", 1, "support-line", "nobody"));
        assertThatThrownBy(() -> SiteFlows.read(folder, site(numbers)))
                .isInstanceOf(RefusedFlows.class)
                .hasMessageContaining("each number once")
                .hasMessageContaining("flows/broken.json: /nodes/notice/next")
                .hasMessageContaining("flows/absent.json: the file is missing")
                .hasMessageContaining("not nobody")
                .hasMessageContaining("\"queue\" of 40x takes one of the client's queues");
    }

    private static Definition site(List<Definition.AccessNumber> numbers) {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode site = json.readTree(SiteFlowsTest.class.getResourceAsStream("/demonstration.json"))
                .path("site");
        Definition whole = json.treeToValue(site, Definition.class);
        return new Definition(
                whole.version(),
                whole.clients(),
                whole.skills(),
                whole.queues(),
                whole.agents(),
                whole.reasons(),
                whole.dispositions(),
                whole.ownNumbers(),
                whole.outbound(),
                whole.calendar(),
                numbers);
    }
}
