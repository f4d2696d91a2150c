package org.kezheng.security.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;

/// The one text of an entry: JSON without blanks, its members in a fixed order. Its parts are printable ASCII, so only
/// quotation mark and backslash are escaped.
final class CanonicalForm {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalForm() {}

    static String of(Instant at, LedgerEntry entry) {
        Actor actor = entry.actor();
        Subject subject = entry.subject();
        return "{\"at\":\"" + TIME.format(at) + "\",\"action\":" + quoted(entry.action())
                + ",\"actor\":" + quoted(actor.user())
                + ",\"role\":" + quoted(actor.role())
                + ",\"address\":" + quoted(actor.address())
                + ",\"client\":" + subject.client()
                + ",\"subject\":{\"kind\":" + quoted(subject.kind()) + ",\"id\":" + quoted(subject.id())
                + "},\"facts\":" + facts(entry.facts()) + "}";
    }

    private static String facts(SortedMap<String, String> facts) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            members.add(quoted(fact.getKey()) + ":" + quoted(fact.getValue()));
        }
        return members.toString();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
