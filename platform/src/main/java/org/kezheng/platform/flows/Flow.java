package org.kezheng.platform.flows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One version of what callers of an access number are led through. A checked flow holds together: each name that it
/// uses is there, and a person can be reached from wherever the caller is.
///
/// @param code the flow's name, the same in all its versions
/// @param version from 1
/// @param languages in which it speaks, the first one by default
/// @param start the node at which a caller begins
/// @param person the node that key 0 leads to; a queue, or what leads to one
/// @param prompts the flow's own, by name; what is not here is one of the catalogue's
/// @param maxSteps after so many steps the caller goes to `person`, whatever the flow says
public record Flow(
        String code,
        int version,
        List<Language> languages,
        String start,
        String person,
        SequencedMap<String, Prompt> prompts,
        SequencedMap<String, OpeningHours> calendars,
        SequencedMap<String, Node> nodes,
        int maxSteps) {

    /// Unless the flow says otherwise.
    public static final int USUAL_STEPS = 60;

    /// The largest that a flow may be.
    public static final int MAX_NODES = 200;

    public Flow {
        languages = List.copyOf(languages);
        prompts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(prompts));
        calendars = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(calendars));
        nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    }

    /// The languages in which callers may be spoken to: the first, and those that a node leads into.
    public Set<Language> spoken() {
        Set<Language> spoken = new LinkedHashSet<>(List.of(languages.getFirst()));
        nodes.values().forEach(node -> {
            if (node instanceof Node.Speak(var language, var _)) {
                spoken.add(language);
            }
        });
        return spoken;
    }

    /// The node of that name, which a checked flow has.
    public Node node(String name) {
        return Objects.requireNonNull(nodes.get(name), "A checked flow has each node that it names");
    }

    /// In which languages a flow speaks.
    public enum Language {
        ZH("zh"),
        YUE("yue"),
        EN("en");

        private final String code;

        Language(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// What is said, as text by language; a recorded file of the same name comes before it.
    public record Prompt(SequencedMap<Language, String> texts) {
        public Prompt {
            texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
        }

        /// The text in that language, Mandarin's where Cantonese has none of its own.
        public @Nullable String text(Language language) {
            String own = texts.get(language);
            return own == null && language == Language.YUE ? texts.get(Language.ZH) : own;
        }
    }
}
