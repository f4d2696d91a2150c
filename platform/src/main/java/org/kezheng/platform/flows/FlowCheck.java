package org.kezheng.platform.flows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds everything that is wrong with how a flow hangs together.
public final class FlowCheck {
    private static final int MAX_KEYS_TO_PERSON = 2;

    private final Flow flow;
    private final Set<String> queues;
    private final Set<String> catalogue;
    private final List<FlowProblem> problems = new ArrayList<>();
    private final Edges edges;

    private FlowCheck(Flow flow, Set<String> queues, Set<String> catalogue) {
        this.flow = flow;
        this.queues = queues;
        this.catalogue = catalogue;
        this.edges = new Edges(flow);
    }

    /// Checks a flow.
    ///
    /// @param queues the codes of the site's queues; an empty set where there is no site to ask
    /// @param catalogue the names of the prompts that ship
    public static List<FlowProblem> of(Flow flow, Set<String> queues, Set<String> catalogue) {
        FlowCheck check = new FlowCheck(flow, queues, catalogue);
        check.names();
        // What a flow means cannot be asked while names in it lead nowhere.
        if (check.problems.stream().noneMatch(FlowCheck::breaksWays)) {
            check.reach();
            check.loops();
            check.persons();
        }
        return List.copyOf(check.problems);
    }

    private static boolean breaksWays(FlowProblem problem) {
        return problem.rule() == FlowProblem.Rule.UNKNOWN_NODE;
    }

    private void names() {
        requireNode("/start", flow.start());
        requireNode("/person", flow.person());
        flow.prompts()
                .forEach((name, prompt) -> flow.languages().stream()
                        .filter(language -> prompt.text(language) == null)
                        .forEach(language -> add("/prompts/" + name, FlowProblem.Rule.MISSING_TEXT, language.code())));
        flow.nodes().forEach((name, node) -> {
            String pointer = "/nodes/" + name;
            edges.of(name).forEach(edge -> requireNode(pointer + edge.pointer(), edge.to()));
            Mentions.prompts(node).forEach((path, prompt) -> requirePrompt(pointer + path, prompt));
            Mentions.queue(node).ifPresent(queue -> requireQueue(pointer + "/queue", queue));
            contents(pointer, node);
        });
    }

    private void contents(String pointer, Node node) {
        if (node instanceof Node.Hours hours && !flow.calendars().containsKey(hours.calendar())) {
            add(pointer + "/calendar", FlowProblem.Rule.UNKNOWN_CALENDAR, hours.calendar());
        }
        if (node instanceof Node.Speak(var language, var _) && !flow.languages().contains(language)) {
            add(pointer + "/language", FlowProblem.Rule.WRONG_VALUE, "/languages");
        }
        if (node instanceof Node.Branch branch) {
            for (int i = 0; i < branch.cases().size(); i++) {
                condition(pointer + "/cases/" + i, branch.cases().get(i).when());
            }
        }
        if (node instanceof Node.Queue queue
                && queue.callback() != null
                && queue.exit() != null
                && queue.callback().key() == queue.exit().key()) {
            add(
                    pointer + "/exit/key",
                    FlowProblem.Rule.KEY_TWICE,
                    String.valueOf(queue.exit().key()));
        }
        if (node instanceof Node.Notice(var _, var _, Character key, var _) && key != null && key == '0') {
            add(pointer + "/refusalKey", FlowProblem.Rule.KEY_TWICE, "0");
        }
    }

    private void condition(String pointer, Node.Condition condition) {
        String variable = switch (condition) {
            case Node.Condition.Known _ -> null;
            case Node.Condition.Equals equals -> equals.variable();
            case Node.Condition.StartsWith begins -> begins.variable();
        };
        if (variable == null) {
            return;
        }
        List<Node.Digits> collecting = flow.nodes().values().stream()
                .filter(Node.Digits.class::isInstance)
                .map(Node.Digits.class::cast)
                .filter(digits -> digits.variable().equals(variable))
                .toList();
        if (collecting.isEmpty()) {
            add(pointer + "/variable", FlowProblem.Rule.UNKNOWN_VARIABLE, variable);
        } else if (collecting.stream().anyMatch(digits -> digits.entry().isSecret())) {
            add(pointer + "/variable", FlowProblem.Rule.SECRET_TO_BRANCH, variable);
        }
    }

    private void requireNode(String pointer, String name) {
        if (!flow.nodes().containsKey(name)) {
            add(pointer, FlowProblem.Rule.UNKNOWN_NODE, name);
        }
    }

    private void requirePrompt(String pointer, String name) {
        if (!flow.prompts().containsKey(name) && !catalogue.contains(name)) {
            add(pointer, FlowProblem.Rule.MISSING_PROMPT, name);
        }
    }

    private void requireQueue(String pointer, String code) {
        if (!queues.isEmpty() && !queues.contains(code)) {
            add(pointer, FlowProblem.Rule.UNKNOWN_QUEUE, code);
        }
    }

    private void reach() {
        Set<String> reached = closure(List.of(flow.start(), flow.person()), kind -> true);
        flow.nodes().keySet().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name -> add("/nodes/" + name, FlowProblem.Rule.UNREACHABLE, ""));
    }

    private Set<String> closure(List<String> from, Predicate<Edges.Kind> follows) {
        Set<String> reached = new LinkedHashSet<>(from);
        List<String> open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            for (Edges.Edge edge : edges.of(open.removeLast())) {
                if (follows.test(edge.kind()) && reached.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return reached;
    }

    /// A circle in which nobody has to press a key would never end.
    private void loops() {
        Set<String> told = new LinkedHashSet<>();
        for (String name : flow.nodes().keySet()) {
            List<String> next = edges.of(name).stream()
                    .filter(edge -> edge.kind() != Edges.Kind.KEY)
                    .map(Edges.Edge::to)
                    .toList();
            Set<String> circle = closure(next, kind -> kind != Edges.Kind.KEY);
            if (circle.contains(name) && !told.contains(name)) {
                told.addAll(circle);
                add("/nodes/" + name, FlowProblem.Rule.LOOP, name);
            }
        }
    }

    private void persons() {
        Set<String> open = closure(
                List.of(flow.start(), flow.person()), kind -> kind == Edges.Kind.KEY || kind == Edges.Kind.AUTOMATIC);
        Map<String, Integer> keys = keysToPerson(open);
        for (String name : open) {
            Node node = flow.node(name);
            boolean isChosenEnd = node instanceof Node.Voicemail || node instanceof Node.Callback || isFarewell(name);
            if (!isChosenEnd && keys.getOrDefault(name, Integer.MAX_VALUE) > MAX_KEYS_TO_PERSON) {
                add("/nodes/" + name, FlowProblem.Rule.NO_PERSON, "");
            }
        }
        if (keys.getOrDefault(flow.start(), Integer.MAX_VALUE) > MAX_KEYS_TO_PERSON
                && problems.stream().noneMatch(problem -> problem.pointer().equals("/nodes/" + flow.start()))) {
            add("/nodes/" + flow.start(), FlowProblem.Rule.NO_PERSON, "");
        }
        afterHours(open);
    }

    /// The end after a message was left or a call back was chosen.
    private boolean isFarewell(String name) {
        Set<String> chosen = new LinkedHashSet<>();
        flow.nodes().forEach((from, node) -> {
            if (node instanceof Node.Voicemail || node instanceof Node.Callback || node instanceof Node.Survey) {
                edges.of(from).forEach(edge -> chosen.add(edge.to()));
            }
        });
        Set<String> after = closure(List.copyOf(chosen), kind -> kind == Edges.Kind.AUTOMATIC);
        return after.contains(name) && !edges.intoFromElsewhere(name, after) && !name.equals(flow.start());
    }

    /// How many keys the caller presses until a person is there; relaxed until nothing gets shorter.
    private Map<String, Integer> keysToPerson(Set<String> open) {
        Map<String, Integer> keys = new TreeMap<>();
        open.stream().filter(name -> flow.node(name) instanceof Node.Queue).forEach(name -> keys.put(name, 0));
        boolean isShorter = true;
        while (isShorter) {
            isShorter = false;
            for (String name : open) {
                for (Edges.Edge edge : edges.withPersonKey(name)) {
                    Integer behind = keys.get(edge.to());
                    if (behind == null || edge.kind().isSetApart()) {
                        continue;
                    }
                    int length = behind + (edge.kind() == Edges.Kind.KEY ? 1 : 0);
                    if (length < keys.getOrDefault(name, Integer.MAX_VALUE)) {
                        keys.put(name, length);
                        isShorter = true;
                    }
                }
            }
        }
        return keys;
    }

    /// Where business hours send callers, a message, a call back or a person is within reach.
    private void afterHours(Set<String> open) {
        flow.nodes()
                .forEach((name, node) -> edges.of(name).stream()
                        .filter(edge -> edge.kind() == Edges.Kind.CLOSED && !open.contains(edge.to()))
                        .filter(edge -> closure(List.of(edge.to()), kind -> true).stream()
                                .map(flow::node)
                                .noneMatch(reached -> reached instanceof Node.Voicemail
                                        || reached instanceof Node.Callback
                                        || reached instanceof Node.Queue))
                        .forEach(edge -> add("/nodes/" + name + edge.pointer(), FlowProblem.Rule.NO_WAY_OUT, "")));
    }

    private void add(String pointer, FlowProblem.Rule rule, String detail) {
        FlowProblem problem = new FlowProblem(pointer, rule, detail);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
