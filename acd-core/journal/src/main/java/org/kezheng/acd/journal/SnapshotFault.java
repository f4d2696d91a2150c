package org.kezheng.acd.journal;

/// A snapshot that is not used, or not what the journal gives. The journal is the truth: nothing is lost with a
/// snapshot but time at the next start.
///
/// @param file its name
/// @param what is wrong, for people
public record SnapshotFault(String file, Kind kind, String what) {
    /// What a snapshot can have against it.
    public enum Kind {
        /// Its bytes are not what was written, or cannot be read.
        DAMAGED(true),
        /// A newer program wrote it.
        NEWER_VERSION(false),
        /// An engine wrote it that decides otherwise, or writes its state down otherwise.
        OTHER_ENGINE(false),
        /// It was taken under other limits.
        OTHER_LIMITS(true),
        /// The journal has another hash at its place.
        OTHER_JOURNAL(true),
        /// The journal ends before its place.
        JOURNAL_ENDS_BEFORE(true),
        /// What it says is not what the journal gives at its place.
        DIFFERENT(true);

        private final boolean isWrong;

        Kind(boolean isWrong) {
            this.isWrong = isWrong;
        }

        /// False when the snapshot may be good, and only this program cannot judge it.
        public boolean isWrong() {
            return isWrong;
        }
    }

    @Override
    public String toString() {
        return "Snapshot " + file + ": " + what;
    }
}
