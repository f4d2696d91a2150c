package org.kezheng.platform.flows.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema that is published and the reader that decides say the same.
final class FlowSchemaTest {
    @Test
    void theSchemaHasEachTypeOfNodeWithItsMembers() throws IOException {
        JsonNode schema =
                JsonMapper.builder().build().readTree(Files.readString(Path.of("../docs/formats/flow.schema.json")));
        Map<String, Set<String>> written = new TreeMap<>();
        schema.get("$defs").properties().forEach(type -> {
            Set<String> members = new TreeSet<>();
            type.getValue().get("properties").properties().forEach(member -> members.add(member.getKey()));
            members.removeAll(Set.of("type", "about"));
            written.put(type.getKey(), members);
        });

        Map<String, Set<String>> read = new TreeMap<>();
        NodeReader.MEMBERS.forEach((type, members) -> read.put(type, new TreeSet<>(members)));
        assertThat(written).isEqualTo(read);
    }
}
