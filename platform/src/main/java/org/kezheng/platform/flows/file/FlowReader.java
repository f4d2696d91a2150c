package org.kezheng.platform.flows.file;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowCheck;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.Node;
import org.kezheng.platform.flows.OpeningHours;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a flow from JSON (docs/flows.md) and checks it.
public final class FlowReader {
    static final int MAX_BYTES = 256 * 1024;
    private static final String NAME = "a–z, 0–9, -";
    private static final Set<String> MEMBERS = Set.of(
            "$schema",
            "schema",
            "code",
            "version",
            "languages",
            "start",
            "person",
            "prompts",
            "calendars",
            "nodes",
            "maxSteps");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FlowReader() {}

    /// What came of reading: a flow, if there is nothing to be mended.
    public record Reading(@Nullable Flow flow, List<FlowProblem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// Reads and checks.
    ///
    /// @param queues the codes of the site's queues; an empty set where there is no site to ask
    public static Reading read(String json, Set<String> queues) {
        List<FlowProblem> problems = new ArrayList<>();
        if (json.length() > MAX_BYTES) {
            problems.add(new FlowProblem("/", FlowProblem.Rule.TOO_LARGE, "256 KiB"));
            return new Reading(null, problems);
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException wrong) {
            var place = wrong.getLocation();
            String where = place == null ? "" : place.getLineNr() + ":" + place.getColumnNr();
            problems.add(new FlowProblem("/", FlowProblem.Rule.NOT_JSON, where));
            return new Reading(null, problems);
        }
        Flow flow = flow(At.root(root, problems).only(MEMBERS));
        // Only names that came through reading mean something; a half-read flow would be blamed for what is not its
        // fault.
        if (problems.isEmpty()) {
            problems.addAll(FlowCheck.of(flow, queues, Catalogue.names()));
        } else {
            FlowCheck.of(flow, queues, Catalogue.names()).stream()
                    .filter(problem ->
                            isAboutNames(problem.rule()) && !problem.detail().isEmpty())
                    .filter(problem -> problems.stream()
                            .noneMatch(known -> problem.pointer().startsWith(known.pointer())))
                    .forEach(problems::add);
        }
        return new Reading(problems.isEmpty() ? flow : null, problems);
    }

    private static boolean isAboutNames(FlowProblem.Rule rule) {
        return switch (rule) {
            case UNKNOWN_NODE, UNKNOWN_QUEUE, UNKNOWN_CALENDAR, MISSING_PROMPT, MISSING_TEXT -> true;
            case NOT_JSON, TOO_LARGE, MISSING, UNKNOWN_MEMBER, WRONG_VALUE, UNKNOWN_TYPE, UNKNOWN_VARIABLE -> false;
            case UNREACHABLE, NO_PERSON, NO_WAY_OUT, LOOP, KEY_TWICE, SECRET_TO_BRANCH -> false;
        };
    }

    private static Flow flow(At at) {
        at.member("schema").number(1, 1);
        return new Flow(
                name(at.member("code")),
                at.member("version").number(1, 1_000_000),
                languages(at.member("languages")),
                name(at.member("start")),
                name(at.member("person")),
                prompts(at.member("prompts")),
                calendars(at.member("calendars")),
                nodes(at.member("nodes")),
                at.member("maxSteps").number(5, 500, Flow.USUAL_STEPS));
    }

    /// What other things are called by: nothing that could mean anything to a PBX or a path.
    static String name(At at) {
        return at.text(text -> text.matches("[a-z0-9][a-z0-9-]{0,47}"), NAME);
    }

    private static List<Flow.Language> languages(At at) {
        List<Flow.Language> languages =
                at.items().stream().map(FlowReader::language).distinct().toList();
        if (at.isThere() && languages.isEmpty()) {
            at.problem(FlowProblem.Rule.WRONG_VALUE, "[\"zh\", …]");
        }
        return languages.isEmpty() ? List.of(Flow.Language.ZH) : languages;
    }

    private static Flow.Language language(At at) {
        String code = at.text(text -> languageOf(text) != null, "zh, yue, en");
        Flow.Language found = languageOf(code);
        return found == null ? Flow.Language.ZH : found;
    }

    private static Flow.@Nullable Language languageOf(String code) {
        for (Flow.Language language : Flow.Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        return null;
    }

    private static SequencedMap<String, Flow.Prompt> prompts(At at) {
        SequencedMap<String, Flow.Prompt> prompts = new LinkedHashMap<>();
        if (!at.isThere()) {
            return prompts;
        }
        for (At one : at.members()) {
            SequencedMap<Flow.Language, String> texts = new LinkedHashMap<>();
            for (At text : one.members()) {
                Flow.Language language = languageOf(text.name());
                if (language == null) {
                    text.problem(FlowProblem.Rule.UNKNOWN_MEMBER, text.name());
                } else {
                    texts.put(language, text.text());
                }
            }
            if (!one.name().matches("[a-z0-9][a-z0-9-]{0,47}")) {
                one.problem(FlowProblem.Rule.WRONG_VALUE, NAME);
            }
            prompts.put(one.name(), new Flow.Prompt(texts));
        }
        return prompts;
    }

    private static SequencedMap<String, OpeningHours> calendars(At at) {
        SequencedMap<String, OpeningHours> calendars = new LinkedHashMap<>();
        if (at.isThere()) {
            at.members().forEach(one -> calendars.put(one.name(), hours(one)));
        }
        return calendars;
    }

    private static OpeningHours hours(At at) {
        at.only(Set.of("zone", "weekly", "adjusted", "holidays"));
        Map<DayOfWeek, List<OpeningHours.Span>> weekly = new EnumMap<>(DayOfWeek.class);
        for (At day : at.member("weekly").members()) {
            DayOfWeek found = day(day.name());
            if (found == null) {
                day.problem(FlowProblem.Rule.UNKNOWN_MEMBER, day.name());
            } else {
                weekly.put(found, spans(day));
            }
        }
        At adjusted = at.member("adjusted");
        String holidays = at.member("holidays").isThere()
                ? at.member("holidays").text(text -> text.equals("cn") || text.equals("none"), "cn, none")
                : "cn";
        return new OpeningHours(
                zone(at.member("zone")),
                weekly,
                adjusted.isThere() ? spans(adjusted) : weekly.getOrDefault(DayOfWeek.MONDAY, List.of()),
                holidays.equals("cn"));
    }

    private static @Nullable DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
                return day;
            }
        }
        return null;
    }

    private static ZoneId zone(At at) {
        ZoneId usual = ZoneId.of("Asia/Shanghai");
        if (!at.isThere()) {
            return usual;
        }
        try {
            return ZoneId.of(at.text());
        } catch (DateTimeException unknown) {
            at.problem(FlowProblem.Rule.WRONG_VALUE, "Asia/Shanghai, …");
            return usual;
        }
    }

    private static List<OpeningHours.Span> spans(At at) {
        List<OpeningHours.Span> spans = new ArrayList<>();
        for (At one : at.items()) {
            String text = one.text(
                    span -> span.matches("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)"), "09:00-18:00");
            if (!text.isEmpty()) {
                String end = text.substring(6).replace("24:00", "00:00");
                spans.add(new OpeningHours.Span(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(end)));
            }
        }
        return spans;
    }

    private static SequencedMap<String, Node> nodes(At at) {
        SequencedMap<String, Node> nodes = new LinkedHashMap<>();
        List<At> members = at.members();
        if (members.size() > Flow.MAX_NODES) {
            at.problem(FlowProblem.Rule.TOO_LARGE, Flow.MAX_NODES + " nodes");
            return nodes;
        }
        for (At one : members) {
            if (!one.name().matches("[a-z0-9][a-z0-9-]{0,47}")) {
                one.problem(FlowProblem.Rule.WRONG_VALUE, NAME);
            }
            NodeReader.read(one).ifPresent(node -> nodes.put(one.name(), node));
        }
        return nodes;
    }
}
