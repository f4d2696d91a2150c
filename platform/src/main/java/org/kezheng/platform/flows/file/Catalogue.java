package org.kezheng.platform.flows.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.kezheng.platform.flows.Flow;

/// The prompts that ship: what flows may name without giving a text, and what callers hear of their place.
public final class Catalogue {
    private static final Map<String, Flow.Prompt> PROMPTS = read();

    /// Numbers are prompts of their own up to this one: `number-0`, `number-1`, …
    public static final int LARGEST_NUMBER = 60;

    private Catalogue() {}

    public static Set<String> names() {
        return PROMPTS.keySet();
    }

    /// All prompts by name.
    public static Map<String, Flow.Prompt> prompts() {
        return PROMPTS;
    }

    /// What a waiting caller is told: how many are before, and how long it may take; nothing of what is not known.
    ///
    /// @param before how many wait before the caller; below 0: not told
    /// @param minutes estimated, rounded up; below 0: not told
    public static List<String> place(int before, int minutes) {
        List<String> said = new ArrayList<>();
        if (before == 0) {
            said.add("you-are-next");
        } else if (before > LARGEST_NUMBER) {
            said.add("many-before-you");
        } else if (before > 0) {
            said.addAll(List.of("before-you", "number-" + before, "callers"));
        }
        if (minutes > LARGEST_NUMBER) {
            said.add("over-an-hour");
        } else if (minutes >= 0) {
            said.addAll(List.of("estimated-wait", "number-" + Math.max(1, minutes), "minutes"));
        }
        return said;
    }

    private static Map<String, Flow.Prompt> read() {
        Map<String, Flow.Prompt> prompts = new LinkedHashMap<>();
        try (InputStream file = Catalogue.class.getResourceAsStream("catalogue.tsv")) {
            if (file == null) {
                throw new IllegalStateException("The catalogue of prompts is missing");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> line.split("\t", -1))
                    .forEach(parts -> prompts.put(parts[0], prompt(parts[1], parts[2])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (int number = 0; number <= LARGEST_NUMBER; number++) {
            prompts.put("number-" + number, prompt(Integer.toString(number), Integer.toString(number)));
        }
        return Map.copyOf(prompts);
    }

    private static Flow.Prompt prompt(String chinese, String english) {
        SequencedMap<Flow.Language, String> texts = new LinkedHashMap<>();
        texts.put(Flow.Language.ZH, chinese);
        texts.put(Flow.Language.EN, english);
        return new Flow.Prompt(texts);
    }
}
