package org.kezheng.evidence.packs;

import java.util.List;

/// A case as it is told on paper: Chinese first, English beside it. It holds no more than what the pack's data hold.
///
/// @param id the pack's id
/// @param made when, in words
/// @param key the id of the key that signs
/// @param sections what is told, in order
public record CasePaper(String id, String made, String key, List<Section> sections) {
    public CasePaper {
        sections = List.copyOf(sections);
    }

    /// A sentence or a word in two languages.
    public record Words(String zh, String en) {}

    /// A part with a heading: sentences first, then rows.
    public record Section(Words heading, List<Words> sentences, List<Row> rows) {
        public Section {
            sentences = List.copyOf(sentences);
            rows = List.copyOf(rows);
        }
    }

    /// What it is, and its value; a code or a hash is set in small letters.
    public record Row(Words label, String value) {}
}
