package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

/// The page of the format lists every command, event and closed choice, with the code that is written.
final class DocumentedCodesTest {
    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of("../../docs/formats/journal.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyCommandAndEventHasItsRow() {
        assertThat(rows("| Type | Command |").keySet()).isEqualTo(names(Command.class));
        assertThat(rows("| Type | Event |").keySet()).isEqualTo(names(Event.class));
    }

    @Test
    void closedChoicesHaveTheCodesThatAreWritten() {
        assertThat(listed("Refusals: ")).isEqualTo(codes(Refusal.values(), EventCodes::of));
        assertThat(listed("Rules: ")).isEqualTo(codes(RuleId.values(), EventCodes::of));
        assertThat(listed("Problems of configurations: "))
                .isEqualTo(codes(ConfigurationProblem.Kind.values(), ConfigurationCodes::of));
    }

    private static Set<String> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> rows(String head) {
        Map<String, Integer> rows = new TreeMap<>();
        page.substring(page.indexOf(head))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(cells[2].strip(), Integer.parseInt(cells[1].strip())));
        assertThat(rows.values()).as("codes behind %s", head).doesNotHaveDuplicates();
        return rows;
    }

    private Map<String, Integer> listed(String head) {
        int begin = page.indexOf(head);
        Matcher matcher = Pattern.compile("(\\d+) ([A-Z_]+)").matcher(page.substring(begin, page.indexOf('.', begin)));
        Map<String, Integer> listed = new TreeMap<>();
        while (matcher.find()) {
            listed.put(matcher.group(2), Integer.parseInt(matcher.group(1)));
        }
        return listed;
    }

    private static <E extends Enum<E>> Map<String, Integer> codes(E[] values, ToIntFunction<E> code) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(Enum::name, code::applyAsInt, Integer::sum, TreeMap::new));
    }
}
