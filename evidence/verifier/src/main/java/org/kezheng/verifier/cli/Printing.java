package org.kezheng.verifier.cli;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.kezheng.verifier.Check;
import org.kezheng.verifier.Report;
import org.kezheng.verifier.Words;

/// Tells the result: a line for each check and the verdict last, or one JSON object.
record Printing(PrintStream out, Arguments arguments) {
    void print(Report report) {
        if (arguments.form() == Arguments.Form.JSON) {
            out.println("{\"holds\":" + report.holds() + ",\"subject\":\""
                    + report.subject().code() + "\",\"verdict\":{" + json(report.verdict()) + "},\"checks\":["
                    + report.checks().stream().map(Printing::json).collect(Collectors.joining(",")) + "]}");
            return;
        }
        line("", report.subject().words());
        for (Check check : report.checks()) {
            line(check.holds() ? "  ✓ " : "  ✗ ", check.words());
        }
        line("", report.verdict());
    }

    /// What cannot be read.
    void print(Words words) {
        if (arguments.form() == Arguments.Form.JSON) {
            out.println("{\"holds\":false,\"subject\":\"unreadable\",\"verdict\":{" + json(words) + "},\"checks\":[]}");
        } else {
            line("", words);
        }
    }

    private void line(String mark, Words words) {
        switch (arguments.form()) {
            case ZH -> out.println(mark + words.zh());
            case EN -> out.println(mark + words.en());
            default -> {
                out.println(mark + words.zh());
                out.println(" ".repeat(mark.length()) + words.en());
            }
        }
    }

    private static String json(Check check) {
        return "{\"code\":\"" + check.code() + "\",\"holds\":" + check.holds() + "," + json(check.words()) + "}";
    }

    private static String json(Words words) {
        return "\"zh\":" + quoted(words.zh()) + ",\"en\":" + quoted(words.en());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
