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
        writeDemonstrationFlows();
        SiteFlows.Found found =
                SiteFlows.read(folder, site(List.of(new Definition.AccessNumber("4000", 1, "main", "support"))));
        assertThat(found.lines()).extracting(line -> line.flow().code()).containsExactly("main");
        assertThat(found.selfServices())
                .extracting(lent -> lent.client() + " " + lent.flow().code())
                .containsExactly("1 service-code", "1 order-number", "1 satisfaction");
    }

    @Test
    void selfServiceThatIsWrongIsNamed() throws IOException {
        writeDemonstrationFlows();
        Files.delete(folder.resolve("satisfaction.json"));
        List<Definition.SelfService> wrong = List.of(
                new Definition.SelfService("order-number", "输入订单号", ""),
                new Definition.SelfService("order-number", "又一次", "Again"),
                new Definition.SelfService("satisfaction", "评价", "Rating"),
                new Definition.SelfService("main", "主流程", "Main"),
                new Definition.SelfService("../main", "主流程", "Main"));
        Definition.ClientEntry client = new Definition.ClientEntry(1, "demo", "示范", "Demo", null, wrong);
        assertThatThrownBy(() -> SiteFlows.read(folder, with(demonstration(), List.of(client), List.of())))
                .isInstanceOf(RefusedFlows.class)
                .hasMessageContaining("selfServices of demo: \"zh\" and \"en\" of order-number")
                .hasMessageContaining("each once")
                .hasMessageContaining("flows/main.json: /nodes/notice  自助服务")
                .hasMessageContaining("flows/main.json: /nodes/hours  自助服务")
                .hasMessageContaining("flows/satisfaction.json: the file is missing");
    }

    private void writeDemonstrationFlows() throws IOException {
        for (String code : List.of("main", "service-code", "order-number", "satisfaction")) {
            String resource = "/demonstration-flows/" + code + ".json";
            try (InputStream flow = Objects.requireNonNull(SiteFlowsTest.class.getResourceAsStream(resource))) {
                Files.write(folder.resolve(code + ".json"), flow.readAllBytes());
            }
        }
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws IOException {
        writeDemonstrationFlows();
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
        Definition whole = demonstration();
        return with(whole, whole.clients(), numbers);
    }

    private static Definition demonstration() {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode site = json.readTree(SiteFlowsTest.class.getResourceAsStream("/demonstration.json"))
                .path("site");
        return json.treeToValue(site, Definition.class);
    }

    private static Definition with(
            Definition whole, List<Definition.ClientEntry> clients, List<Definition.AccessNumber> numbers) {
        return new Definition(
                whole.version(),
                clients,
                whole.skills(),
                whole.queues(),
                whole.agents(),
                whole.reasons(),
                whole.dispositions(),
                whole.ownNumbers(),
                whole.outbound(),
                numbers);
    }
}
