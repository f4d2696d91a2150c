package org.kezheng.platform.flows.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.Node;

/// Reads one node by its type.
final class NodeReader {
    private static final String KEYS = "0123456789*#";
    private static final String DIGITS = "0123456789";
    private static final Set<String> ASKING = Set.of("tries", "timeoutSeconds", "otherwise");
    private static final Set<String> ENTRY = Set.of("min", "max", "terminator", "zeroIsInput");

    /// Each type with what it has besides `type` and `about`; the schema says the same.
    static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry("announce", Set.of("say", "next")),
            Map.entry("notice", Set.of("say", "textVersion", "refusalKey", "next")),
            Map.entry("menu", joined(Set.of("say", "options"), ASKING)),
            Map.entry("digits", joined(Set.of("say", "variable", "secret", "next"), joined(ASKING, ENTRY))),
            Map.entry("verify", joined(Set.of("say", "next"), joined(ASKING, ENTRY))),
            Map.entry("hours", Set.of("calendar", "open", "closed", "holiday")),
            Map.entry("branch", Set.of("cases", "otherwise")),
            Map.entry("queue", Set.of("queue", "waiting", "callback", "exit", "afterTalk")),
            Map.entry("callback", Set.of("queue", "next", "otherwise")),
            Map.entry("voicemail", Set.of("say", "queue", "maxSeconds", "next")),
            Map.entry("survey", Set.of("surveyVersion", "questions", "next")),
            Map.entry("language", Set.of("language", "next")),
            Map.entry("goto", Set.of("next")),
            Map.entry("hangup", Set.of("say")));

    private NodeReader() {}

    private static Set<String> joined(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    static Optional<Node> read(At at) {
        String type = at.member("type").text();
        Set<String> members = MEMBERS.get(type);
        if (members == null) {
            if (!type.isEmpty()) {
                at.member("type").problem(FlowProblem.Rule.UNKNOWN_TYPE, type);
            }
            return Optional.empty();
        }
        at.only(joined(members, Set.of("type", "about")));
        return Optional.of(node(type, at));
    }

    private static Node node(String type, At at) {
        return switch (type) {
            case "announce" -> new Node.Announce(say(at), next(at));
            case "notice" -> notice(at);
            case "menu" -> new Node.Menu(say(at), options(at.member("options")), asking(at), otherwise(at));
            case "digits" -> digits(at);
            case "verify" -> new Node.Verify(say(at), entry(at, new Secrecy(true)), asking(at), ways(at));
            case "hours" -> hours(at);
            case "branch" -> new Node.Branch(cases(at.member("cases")), otherwise(at));
            case "queue" -> queue(at);
            case "callback" -> new Node.Callback(FlowReader.name(at.member("queue")), ways(at));
            case "voicemail" ->
                new Node.Voicemail(
                        say(at),
                        FlowReader.name(at.member("queue")),
                        at.member("maxSeconds").number(5, 600, 120),
                        next(at));
            case "survey" ->
                new Node.Survey(at.member("surveyVersion").text(), questions(at.member("questions")), next(at));
            case "language" -> new Node.Speak(language(at.member("language")), next(at));
            case "goto" -> new Node.Go(next(at));
            default -> new Node.HangUp(at.member("say").isThere() ? say(at) : List.of());
        };
    }

    private record Secrecy(boolean isSecret) {}

    private static List<String> say(At at) {
        return at.member("say").items().stream().map(FlowReader::name).toList();
    }

    private static String next(At at) {
        return FlowReader.name(at.member("next"));
    }

    private static String otherwise(At at) {
        return FlowReader.name(at.member("otherwise"));
    }

    private static Node.Ways ways(At at) {
        return new Node.Ways(next(at), otherwise(at));
    }

    private static Node notice(At at) {
        At refusal = at.member("refusalKey");
        Character key = refusal.isThere() ? Character.valueOf(refusal.key("123456789*#")) : null;
        return new Node.Notice(say(at), at.member("textVersion").text(), key, next(at));
    }

    private static SequencedMap<Character, String> options(At at) {
        SequencedMap<Character, String> options = new LinkedHashMap<>();
        for (At one : at.members()) {
            if (one.name().length() != 1 || !KEYS.contains(one.name())) {
                one.problem(FlowProblem.Rule.UNKNOWN_MEMBER, one.name());
            } else {
                options.put(one.name().charAt(0), FlowReader.name(one));
            }
        }
        return options;
    }

    private static Node.Asking asking(At at) {
        return new Node.Asking(
                at.member("tries").number(1, 5, 3), at.member("timeoutSeconds").number(1, 60, 5));
    }

    private static Node digits(At at) {
        return new Node.Digits(
                say(at),
                FlowReader.name(at.member("variable")),
                entry(at, new Secrecy(at.member("secret").flag())),
                asking(at),
                ways(at));
    }

    private static Node.Entry entry(At at, Secrecy secrecy) {
        int min = at.member("min").number(1, 32);
        int max = at.member("max").number(1, 32);
        if (max < min) {
            at.member("max").problem(FlowProblem.Rule.WRONG_VALUE, min + "–32");
        }
        At ends = at.member("terminator");
        Character terminator = ends.isThere() ? Character.valueOf(ends.key("#*")) : null;
        return new Node.Entry(
                min,
                Math.max(min, max),
                terminator,
                secrecy.isSecret(),
                at.member("zeroIsInput").flag());
    }

    private static Node hours(At at) {
        String closed = FlowReader.name(at.member("closed"));
        At holiday = at.member("holiday");
        return new Node.Hours(
                at.member("calendar").text(),
                FlowReader.name(at.member("open")),
                closed,
                holiday.isThere() ? FlowReader.name(holiday) : closed);
    }

    private static List<Node.Case> cases(At at) {
        List<Node.Case> cases = new ArrayList<>();
        for (At one : at.items()) {
            one.only(Set.of("fact", "variable", "is", "startsWith", "next"));
            cases.add(new Node.Case(condition(one), next(one)));
        }
        return cases;
    }

    private static Node.Condition condition(At at) {
        if (!at.member("variable").isThere()) {
            return new Node.Condition.Known(fact(at.member("fact")));
        }
        String variable = FlowReader.name(at.member("variable"));
        At prefix = at.member("startsWith");
        if (prefix.isThere()) {
            return new Node.Condition.StartsWith(variable, prefix.text(text -> text.matches("[0-9*#]{1,32}"), "0–9"));
        }
        return new Node.Condition.Equals(
                variable,
                at.member("is").items().stream()
                        .map(value -> value.text(text -> text.matches("[0-9*#]{1,32}"), "0–9"))
                        .toList());
    }

    private static Fact fact(At at) {
        Set<String> codes = new TreeSet<>();
        for (Fact fact : Fact.values()) {
            codes.add(fact.code());
        }
        String code = at.text(codes::contains, String.join(", ", codes));
        for (Fact fact : Fact.values()) {
            if (fact.code().equals(code)) {
                return fact;
            }
        }
        return Fact.KNOWN;
    }

    private static Flow.Language language(At at) {
        String code = at.text(text -> text.matches("zh|yue|en"), "zh, yue, en");
        for (Flow.Language language : Flow.Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        return Flow.Language.ZH;
    }

    private static Node queue(At at) {
        return new Node.Queue(
                FlowReader.name(at.member("queue")),
                waiting(at.member("waiting")),
                way(at.member("callback")),
                way(at.member("exit")),
                at.member("afterTalk").isThere() ? FlowReader.name(at.member("afterTalk")) : null);
    }

    private static Node.Waiting waiting(At at) {
        if (!at.isThere()) {
            return new Node.Waiting(0, List.of(), Node.Sound.MUSIC, 0);
        }
        at.only(Set.of("everySeconds", "tells", "sound", "priority"));
        List<Node.Telling> tells = new ArrayList<>();
        At told = at.member("tells");
        if (told.isThere()) {
            for (At one : told.items()) {
                String code = one.text(
                        text -> text.equals("position") || text.equals("estimated-wait"), "position, estimated-wait");
                tells.add(code.equals("position") ? Node.Telling.POSITION : Node.Telling.ESTIMATED_WAIT);
            }
        }
        At sound = at.member("sound");
        boolean isSilent = sound.isThere()
                && sound.text(text -> text.equals("music") || text.equals("silence"), "music, silence")
                        .equals("silence");
        int every =
                at.member("everySeconds").isThere() ? at.member("everySeconds").number(10, 600) : 0;
        return new Node.Waiting(
                every,
                tells,
                isSilent ? Node.Sound.SILENCE : Node.Sound.MUSIC,
                at.member("priority").number(0, 100, 0));
    }

    private static Node.@Nullable Way way(At at) {
        if (!at.isThere()) {
            return null;
        }
        at.only(Set.of("key", "next"));
        return new Node.Way(at.member("key").key(KEYS), next(at));
    }

    private static List<Node.Question> questions(At at) {
        List<Node.Question> questions = new ArrayList<>();
        for (At one : at.items()) {
            one.only(Set.of("code", "say", "lowest", "highest"));
            char lowest = one.member("lowest").isThere() ? one.member("lowest").key(DIGITS) : '1';
            char highest =
                    one.member("highest").isThere() ? one.member("highest").key(DIGITS) : '5';
            if (highest <= lowest) {
                one.member("highest").problem(FlowProblem.Rule.WRONG_VALUE, (char) (lowest + 1) + "–9");
            }
            questions.add(new Node.Question(FlowReader.name(one.member("code")), say(one), lowest, highest));
        }
        if (at.isThere() && questions.isEmpty()) {
            at.problem(FlowProblem.Rule.WRONG_VALUE, "[{…}]");
        }
        return questions;
    }
}
