package org.kezheng.reference;

/// What goes on by itself at an instant.
class Timed {
    static final long NEVER = Long.MAX_VALUE;

    /// When; [#NEVER]: it is not set.
    long dueAt = NEVER;
    /// Counts the settings of all deadlines: what was set first comes first.
    long setting;

    boolean isBefore(Timed other) {
        return dueAt != other.dueAt ? dueAt < other.dueAt : setting < other.setting;
    }
}
