package org.kezheng.security.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing that was done. It holds codes and figures, never personal data: everything in it is ASCII, at most 200
/// characters long.
///
/// @param action its code, such as `recording.played`: small letters, parted by dots and hyphens
/// @param facts further codes and figures, at most 16
public record LedgerEntry(String action, Actor actor, Subject subject, SortedMap<String, String> facts) {
    private static final int MAX_FACTS = 16;

    public LedgerEntry {
        Words.requireAction(action);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        if (facts.size() > MAX_FACTS) {
            throw new IllegalArgumentException("An entry has at most " + MAX_FACTS + " facts");
        }
        facts.forEach((name, value) -> {
            Words.requireCode("fact", name);
            Words.requireText("fact", value);
        });
    }

    /// An entry with facts in any order.
    public static LedgerEntry of(String action, Actor actor, Subject subject, Map<String, String> facts) {
        return new LedgerEntry(action, actor, subject, new TreeMap<>(facts));
    }

    /// An entry without facts.
    public static LedgerEntry of(String action, Actor actor, Subject subject) {
        return new LedgerEntry(action, actor, subject, new TreeMap<>());
    }
}
