package org.kezheng.platform.flows.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.flows.FlowProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A place in a document that is read. What is wrong is noted, and something harmless is given instead, so that reading
/// goes on and finds the next mistake.
final class At {
    private static final int MAX_TEXT = 2_000;

    private final JsonNode node;
    private final String pointer;
    private final List<FlowProblem> problems;

    private At(JsonNode node, String pointer, List<FlowProblem> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    static At root(JsonNode node, List<FlowProblem> problems) {
        return new At(node, "", problems);
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    At member(String name) {
        JsonNode found = node.get(name);
        return new At(found == null ? MissingNode.getInstance() : found, pointer + "/" + escaped(name), problems);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    List<At> members() {
        if (!requireThat(node.isObject(), "{…}")) {
            return List.of();
        }
        List<At> members = new ArrayList<>();
        node.properties().forEach(entry -> members.add(member(entry.getKey())));
        return members;
    }

    List<At> items() {
        if (!requireThat(node.isArray(), "[…]")) {
            return List.of();
        }
        List<At> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new At(node.get(i), pointer + "/" + i, problems));
        }
        return items;
    }

    /// Notes each member that is none of these.
    At only(Set<String> names) {
        if (node.isObject()) {
            node.properties().stream()
                    .map(entry -> entry.getKey())
                    .filter(name -> !names.contains(name))
                    .forEach(name -> problem(pointer + "/" + escaped(name), FlowProblem.Rule.UNKNOWN_MEMBER, name));
        }
        return this;
    }

    String text() {
        return text(text -> !text.isBlank() && text.length() <= MAX_TEXT, "“…”");
    }

    String text(Predicate<String> fits, String expected) {
        return requireThat(node.isString() && fits.test(node.stringValue()), expected) ? node.stringValue() : "";
    }

    @Nullable
    String textOrNull() {
        return isThere() ? text() : null;
    }

    int number(int least, int most) {
        return requireThat(node.isInt() && node.intValue() >= least && node.intValue() <= most, least + "–" + most)
                ? node.intValue()
                : least;
    }

    int number(int least, int most, int usual) {
        return isThere() ? number(least, most) : usual;
    }

    boolean flag() {
        return isThere() && requireThat(node.isBoolean(), "true, false") && node.booleanValue();
    }

    char key(String keys) {
        String text = text(one -> one.length() == 1 && keys.contains(one), keys);
        return text.isEmpty() ? keys.charAt(0) : text.charAt(0);
    }

    void problem(FlowProblem.Rule rule, String detail) {
        problem(pointer, rule, detail);
    }

    private boolean requireThat(boolean isRight, String expected) {
        if (!isRight && !isThere()) {
            problem(pointer, FlowProblem.Rule.MISSING, name());
        } else if (!isRight) {
            problem(pointer, FlowProblem.Rule.WRONG_VALUE, expected);
        }
        return isRight;
    }

    private void problem(String where, FlowProblem.Rule rule, String detail) {
        problems.add(new FlowProblem(where.isEmpty() ? "/" : where, rule, detail));
    }
}
