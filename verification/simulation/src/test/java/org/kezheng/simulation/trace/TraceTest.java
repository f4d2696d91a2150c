package org.kezheng.simulation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.simulation.Simulation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page says what stands in a trace, and everything that an engine is told and says can stand there.
final class TraceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAGE = Path.of("../../docs/formats/trace.md");
    private static final ContactId CONTACT = new ContactId(7);
    private static final OfferId OFFER = new OfferId(1);
    private static final AgentId AGENT = new AgentId(2001);

    @Test
    void theExampleOfThePageIsWritten() throws IOException {
        List<Event> events = List.of(
                new Event.ContactQueued(CONTACT, new ClientId(1), new QueueId(1), 1),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.LONGEST_IDLE, 1),
                new Event.EffectRequested(new EffectId(1), new Effect.Ring(OFFER, CONTACT, AGENT)));
        String line = "{\"n\":7,\"nowMicros\":1800000000000000,\"command\":"
                + Trace.command(new Command.Arrive(CONTACT, new ClientId(1), new QueueId(1))) + ",\"decisions\":"
                + Trace.decisions(events) + "}";
        assertThat(Files.readString(PAGE)).contains("```json\n" + line + "\n```");
    }

    @Test
    void eachCommandAndEventStandsThereWithAllItsComponentsInOrder() {
        Map<String, List<String>> members = new HashMap<>();
        StringBuilder written = new StringBuilder();
        new Simulation(3).observedBy(new Trace(written)::add).run(60_000);
        for (String line : written.toString().lines().toList()) {
            JsonNode step = JSON.readTree(line);
            note(step.get("command"), members);
            step.get("decisions").forEach(event -> note(event, members));
        }
        assertThat(members.remove("Begin")).containsExactly("limits");
        assertThat(members.remove("ConfigurationProblemFound")).containsExactly("kind", "subject", "other");
        Map<String, List<String>> components = new HashMap<>();
        components(Command.class, components);
        components(Event.class, components);
        components.remove("ConfigurationProblemFound");
        assertThat(members).isEqualTo(components);
    }

    private static void note(JsonNode object, Map<String, List<String>> members) {
        List<String> names = object.propertyNames().stream().toList();
        assertThat(names.getFirst()).isEqualTo("type");
        List<String> before = members.put(object.get("type").asString(), names.subList(1, names.size()));
        assertThat(before).isIn(null, names.subList(1, names.size()));
    }

    private static void components(Class<?> sealed, Map<String, List<String>> components) {
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            components.put(
                    kind.getSimpleName(),
                    Arrays.stream(kind.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
    }
}
