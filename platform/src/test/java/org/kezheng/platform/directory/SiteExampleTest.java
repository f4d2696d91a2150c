package org.kezheng.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.engine.MissedOffer;
import org.kezheng.acd.engine.QueueDefinition;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The example of `docs/site.md` is a definition that the engine takes.
final class SiteExampleTest {
    private static final Path PAGE = Path.of("..", "docs", "site.md");

    @Test
    void theExampleIsTaken() throws IOException {
        Configuration configuration = EngineConfiguration.of(example());
        List<Event> events = new ArrayList<>();
        new Engine(Limits.standard()).apply(new Command.Configure(configuration), 1, events::add);
        assertThat(events).containsExactly(new Event.ConfigurationApplied(2));
        QueueDefinition queue = configuration.queues().getFirst();
        assertThat(queue.priority()).isEqualTo(2);
        assertThat(queue.rings()).hasSize(2);
        assertThat(queue.rings().getLast().afterMicros()).isEqualTo(20_000_000);
        assertThat(queue.policy().choice()).isEqualTo(AgentChoice.BEST_MATCH);
        assertThat(queue.policy().missed()).isEqualTo(MissedOffer.PASSED_OVER);
    }

    private static Definition example() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```json") + "```json".length();
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(page.substring(begin, page.indexOf("```", begin)), Definition.class);
    }
}
