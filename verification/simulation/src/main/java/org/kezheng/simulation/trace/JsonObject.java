package org.kezheng.simulation.trace;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One JSON object being written, its members in the order in which they are added. Texts are codes and names, which
/// need no escapes; whatever would is refused.
final class JsonObject {
    private final StringBuilder members = new StringBuilder();

    /// An object with a type.
    static JsonObject ofType(String type) {
        return new JsonObject().text("type", type);
    }

    JsonObject number(String name, int value) {
        return member(name, Integer.toString(value));
    }

    /// A number of 64 bits, as a text: many readers keep only 53 bits of a number.
    JsonObject wide(String name, long value) {
        return member(name, '"' + Long.toString(value) + '"');
    }

    JsonObject text(String name, String value) {
        return member(name, quoted(value));
    }

    JsonObject yesOrNo(String name, boolean value) {
        return member(name, Boolean.toString(value));
    }

    JsonObject object(String name, JsonObject value) {
        return member(name, value.toString());
    }

    <T> JsonObject list(String name, List<T> elements, Function<T, JsonObject> form) {
        return member(
                name, elements.stream().map(form).map(JsonObject::toString).collect(Collectors.joining(",", "[", "]")));
    }

    JsonObject texts(String name, List<String> elements) {
        return member(name, elements.stream().map(JsonObject::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    private JsonObject member(String name, String value) {
        if (!members.isEmpty()) {
            members.append(',');
        }
        members.append('"').append(name).append("\":").append(value);
        return this;
    }

    private static String quoted(String text) {
        if (text.chars().anyMatch(character -> character < ' ' || character == '"' || character == '\\')) {
            throw new IllegalArgumentException("A code of a trace holds a character that JSON escapes");
        }
        return '"' + text + '"';
    }

    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
