package org.kezheng.platform.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/// A refusal that its caller is told as problem details (RFC 9457). The detail is for people and holds no personal
/// data.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String rule;
    private final transient Map<String, Object> fields;

    private Problem(HttpStatus status, String rule, String detail, Map<String, Object> fields) {
        super(detail, null, false, false);
        this.status = status;
        this.rule = rule;
        this.fields = new TreeMap<>(fields);
    }

    /// A field of the request is wrong.
    ///
    /// @param field its name in the request
    /// @param detail what is expected
    public static Problem invalid(String field, String rule, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, rule, detail, Map.of("field", field));
    }

    /// A field names things that are not there.
    ///
    /// @param field its name in the request
    /// @param detail what is expected
    /// @param unknown the codes that name nothing; codes alone, never what people wrote freely
    public static Problem unknownCodes(String field, String rule, String detail, List<String> unknown) {
        return new Problem(
                HttpStatus.BAD_REQUEST, rule, detail, Map.of("field", field, "unknown", List.copyOf(unknown)));
    }

    /// Lines of a file are wrong.
    ///
    /// @param lines each that is wrong, with its field
    public static Problem wrongLines(String rule, String detail, List<WrongLine> lines) {
        return new Problem(HttpStatus.BAD_REQUEST, rule, detail, Map.of("field", "file", "lines", List.copyOf(lines)));
    }

    /// There is no such thing, or none that the asking person may know of.
    public static Problem notFound(String rule) {
        return new Problem(HttpStatus.NOT_FOUND, rule, "There is no such thing here", Map.of());
    }

    /// There was such a thing, and it is destroyed.
    public static Problem gone(String rule, String detail) {
        return new Problem(HttpStatus.GONE, rule, detail, Map.of());
    }

    /// A rule refused.
    public static Problem conflict(String rule, String detail) {
        return new Problem(HttpStatus.CONFLICT, rule, detail, Map.of());
    }

    /// Rules refused.
    ///
    /// @param rule the first of them
    /// @param rules all of them, each with a code that says why
    public static Problem refusedByRules(String rule, String detail, List<String> rules) {
        return new Problem(HttpStatus.CONFLICT, rule, detail, Map.of("rules", List.copyOf(rules)));
    }

    /// Nobody is signed in, or the sign-in is refused.
    public static Problem unauthorized(String rule, String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, rule, detail, Map.of());
    }

    /// The account is locked for a while.
    public static Problem locked(String rule, long retryAfterSeconds) {
        return new Problem(
                HttpStatus.LOCKED,
                rule,
                "Too many wrong tries; try again later",
                Map.of("retryAfterSeconds", retryAfterSeconds));
    }

    /// Something needed is away for now.
    public static Problem unavailable(String rule, String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, rule, detail, Map.of());
    }

    HttpStatus status() {
        return status;
    }

    /// The rule that refused.
    public String rule() {
        return rule;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
