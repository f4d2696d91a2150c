package org.kezheng.evidence.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kezheng.evidence.measures.MeasureDefinition.Of;

/// The published definitions and the documentation are one thing. After a change of the definitions,
/// `-Dkezheng.write=true` writes the tables of the documentation anew.
final class MeasureDefinitionsTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "measures.md");
    private static final String BEGIN = "<!-- definitions: begin -->\n";
    private static final String END = "<!-- definitions: end -->";

    @Test
    void everyDefinitionHasAnIdOfItsOwnAndWordsInBothLanguages() {
        Set<String> ids = new HashSet<>();
        for (MeasureDefinition definition : MeasureDefinitions.all()) {
            assertThat(ids.add(definition.id())).as(definition.id()).isTrue();
            assertThat(definition.id()).matches("[a-z-]+");
            for (MeasureDefinition.Words words :
                    List.of(definition.name(), definition.formula(), definition.source())) {
                assertThat(words.zh()).isNotBlank();
                assertThat(words.en()).isNotBlank();
            }
            assertThat(MeasureDefinitions.of(definition.id())).contains(definition);
        }
    }

    @Test
    void theDocumentationSaysWhatTheDefinitionsSay() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String written = document.substring(0, begin) + tables() + document.substring(end);
        if (Boolean.getBoolean("kezheng.write")) {
            Files.writeString(DOCUMENT, written);
            return;
        }
        assertThat(document).isEqualTo(written);
    }

    private static String tables() {
        StringBuilder text = new StringBuilder();
        text.append(table("Queue, by day 队列(按日)", Of.QUEUE));
        text.append(table("Agent, by day 坐席(按日)", Of.AGENT));
        text.append(table("Platform 平台", Of.PLATFORM));
        text.append(table("Steps of a call 单次通话的时序", Of.CALL));
        return text.toString();
    }

    private static String table(String title, Of of) {
        StringBuilder text = new StringBuilder("\n### " + title + "\n\n");
        for (MeasureDefinition definition : MeasureDefinitions.all()) {
            if (definition.of() == of) {
                text.append(entry(definition));
            }
        }
        return text.append('\n').toString();
    }

    private static String entry(MeasureDefinition definition) {
        String field = definition.field().isEmpty() ? "" : ", `" + definition.field() + "`";
        String series = definition
                .series()
                .map(name -> "\n  Prometheus: `" + name + "`")
                .orElse("");
        return "- <a id=\"%s\"></a>**%s %s** (`%s`%s; %s)\n  %s。来源：%s。\n  %s. Source: %s.%s\n"
                .formatted(
                        definition.id(),
                        definition.name().zh(),
                        definition.name().en(),
                        definition.id(),
                        field,
                        definition.unit(),
                        definition.formula().zh(),
                        definition.source().zh(),
                        definition.formula().en(),
                        definition.source().en(),
                        series);
    }
}
