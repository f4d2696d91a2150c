package org.kezheng.security.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Facts in their column: a line `name=value` each. Values are on one line and names have no equals sign.
final class FactsText {
    private FactsText() {}

    static String write(SortedMap<String, String> facts) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            lines.append(fact.getKey()).append('=').append(fact.getValue()).append('\n');
        }
        return lines.toString();
    }

    static SortedMap<String, String> read(String lines) {
        SortedMap<String, String> facts = new TreeMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                facts.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        if (!write(facts).equals(lines)) {
            throw new IllegalArgumentException("These are no facts");
        }
        return facts;
    }
}
