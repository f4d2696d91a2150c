package org.kezheng.verifier;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads JSON strictly: UTF-8, one value and nothing behind it, no member twice, whole numbers within 64 bits and other
/// numbers as their text, and no deeper than the formats need.
final class Json {
    private static final int DEEPEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static JsonObject object(byte[] bytes) throws DisprovedException {
        try {
            Json json = new Json(SignedNote.utf8(bytes));
            Object value = json.value(0);
            json.blanks();
            if (json.at == json.text.length()) {
                return JsonObject.of(value);
            }
        } catch (CharacterCodingException | IndexOutOfBoundsException | NumberFormatException e) {
            // Falls through to the refusal.
        }
        throw unreadable();
    }

    static DisprovedException unreadable() {
        return new DisprovedException("JSON 无法读取。", "JSON that cannot be read.");
    }

    private Object value(int depth) throws DisprovedException {
        blanks();
        if (depth > DEEPEST) {
            throw unreadable();
        }
        return switch (text.charAt(at)) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", JsonObject.NULL);
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) throws DisprovedException {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            if (!members.isEmpty()) {
                expect(',');
                blanks();
            }
            String name = string();
            blanks();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw unreadable();
            }
            blanks();
        }
        at++;
        return members;
    }

    private List<Object> elements(int depth) throws DisprovedException {
        List<Object> elements = new ArrayList<>();
        at++;
        blanks();
        while (text.charAt(at) != ']') {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(value(depth + 1));
            blanks();
        }
        at++;
        return elements;
    }

    private String string() throws DisprovedException {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw unreadable();
            }
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws DisprovedException {
        char code = text.charAt(at++);
        return switch (code) {
            case '"', '\\', '/' -> code;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) HexFormat.fromHexDigits(text, at - 4, at);
            }
            default -> throw unreadable();
        };
    }

    private Object word(String word, Object value) throws DisprovedException {
        if (!text.startsWith(word, at)) {
            throw unreadable();
        }
        at += word.length();
        return value;
    }

    private Object number() throws DisprovedException {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!NUMBER.matcher(number).matches()) {
            throw unreadable();
        }
        return number.matches("-?[0-9]+") ? (Object) Long.valueOf(number) : number;
    }

    private void expect(char expected) throws DisprovedException {
        if (text.charAt(at) != expected) {
            throw unreadable();
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
