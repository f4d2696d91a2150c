package org.kezheng.platform.flows;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a caller is in a flow, short enough to stand on the caller's line. What was entered is not in it.
///
/// @param isAfterHours as of [FlowState]
/// @param language as of [FlowState]
public record Bookmark(
        String code,
        int version,
        String node,
        Set<Fact> facts,
        boolean isAfterHours,
        Flow.@Nullable Language language) {
    private static final String TEXT = "[a-z0-9-]{1,48}~[1-9]\\d{0,6}~[a-z0-9-]{1,48}~[a-z]{0,8}";
    private static final Map<Fact, String> LETTERS = new EnumMap<>(Map.of(
            Fact.KNOWN, "k",
            Fact.VIP, "v",
            Fact.NUISANCE, "n",
            Fact.ANONYMOUS, "a",
            Fact.VERIFIED, "p",
            Fact.RECORDING_REFUSED, "r"));
    private static final String AFTER_HOURS = "c";
    private static final Map<Flow.Language, String> LANGUAGES =
            new EnumMap<>(Map.of(Flow.Language.ZH, "z", Flow.Language.YUE, "y", Flow.Language.EN, "e"));

    public Bookmark {
        EnumSet<Fact> ordered = EnumSet.noneOf(Fact.class);
        ordered.addAll(facts);
        facts = Collections.unmodifiableSet(ordered);
    }

    /// The place of a caller in a flow.
    public static Bookmark of(Flow flow, FlowState state) {
        return new Bookmark(
                flow.code(), flow.version(), state.nodeName(), state.facts(), state.isAfterHours(), state.language());
    }

    public String text() {
        StringBuilder flags = new StringBuilder();
        facts.forEach(fact -> flags.append(LETTERS.get(fact)));
        String spoken = language == null ? "" : LANGUAGES.get(language);
        return code + "~" + version + "~" + node + "~" + flags + (isAfterHours ? AFTER_HOURS : "") + spoken;
    }

    /// Reads what [#text] wrote; empty for anything else.
    public static Optional<Bookmark> read(String text) {
        if (!text.matches(TEXT)) {
            return Optional.empty();
        }
        String[] parts = text.split("~", -1);
        String flags = parts[3];
        EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
        LETTERS.forEach((fact, letter) -> {
            if (flags.contains(letter)) {
                facts.add(fact);
            }
        });
        Flow.Language language = LANGUAGES.entrySet().stream()
                .filter(entry -> flags.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return Optional.of(new Bookmark(
                parts[0], Integer.parseInt(parts[1]), parts[2], facts, flags.contains(AFTER_HOURS), language));
    }

    boolean isIn(Flow flow) {
        return flow.code().equals(code)
                && flow.version() == version
                && flow.nodes().containsKey(node);
    }

    FlowState state() {
        FlowState fresh = FlowState.at(node, facts);
        FlowState state = language == null ? fresh : fresh.speaking(language);
        return isAfterHours ? state.afterHours() : state;
    }
}
