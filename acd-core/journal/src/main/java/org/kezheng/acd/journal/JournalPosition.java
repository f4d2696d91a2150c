package org.kezheng.acd.journal;

/// The place of one record in a journal: its sequence, counted from 0 over all segments. Consumers store it in the
/// transaction of the effect that the record had on them.
public record JournalPosition(long value) implements Comparable<JournalPosition> {
    public JournalPosition {
        if (value < 0) {
            throw new IllegalArgumentException("A journal's first position is 0: " + value);
        }
    }

    @Override
    public int compareTo(JournalPosition other) {
        return Long.compare(value, other.value);
    }
}
