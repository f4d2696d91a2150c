package org.kezheng.verifier;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The members of a JSON object, asked for by name and kind. What is not there, or of another kind, disproves.
record JsonObject(Map<?, ?> members) {
    static final Object NULL = new Object();

    static JsonObject of(Object value) throws DisprovedException {
        if (value instanceof Map<?, ?> members) {
            return new JsonObject(members);
        }
        throw Json.unreadable();
    }

    boolean has(String name) {
        Object value = members.get(name);
        return value != null && value != NULL;
    }

    boolean isText(String name, String text) {
        return text.equals(members.get(name));
    }

    String text(String name) throws DisprovedException {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw missing(name);
    }

    long number(String name) throws DisprovedException {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw missing(name);
    }

    byte[] hash(String name) throws DisprovedException {
        return sha256(text(name));
    }

    static byte[] sha256(String text) throws DisprovedException {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new DisprovedException("不是 SHA-256：" + safe(text), "Not a SHA-256: " + safe(text));
        }
        return HexFormat.of().parseHex(text);
    }

    JsonObject object(String name) throws DisprovedException {
        if (members.get(name) instanceof Map<?, ?> inner) {
            return new JsonObject(inner);
        }
        throw missing(name);
    }

    List<JsonObject> objects(String name) throws DisprovedException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : elements(name)) {
            objects.add(of(element));
        }
        return objects;
    }

    List<String> texts(String name) throws DisprovedException {
        List<String> texts = new ArrayList<>();
        for (Object element : elements(name)) {
            if (!(element instanceof String text)) {
                throw missing(name);
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> elements(String name) throws DisprovedException {
        if (members.get(name) instanceof List<?> elements) {
            return elements;
        }
        throw missing(name);
    }

    private static DisprovedException missing(String name) {
        return new DisprovedException("缺少或有误：" + name, "Missing or of the wrong kind: " + name);
    }

    /// What came from a file goes to a terminal only as plain signs.
    static String safe(String text) {
        String plain = text.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }
}
