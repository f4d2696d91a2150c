package org.kezheng.acd.journal;

/// What came of a command in its place.
public sealed interface Step {
    /// What its submitter gets.
    Receipt receipt();

    /// It was applied, and this is its record.
    record Applied(JournalRecord record, Receipt receipt) implements Step {}

    /// Its id is remembered: nothing was done again, and this is the first receipt.
    record Repeated(Receipt receipt) implements Step {}
}
