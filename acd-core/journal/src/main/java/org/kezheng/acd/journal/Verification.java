package org.kezheng.acd.journal;

import java.nio.file.Path;

/// A whole journal, read, checked and replayed without a difference.
///
/// @param lastPosition how many records there are
/// @param hasTornTail whether something unfinished follows them, which the next host cuts off
/// @param digest of the engine's state behind the last record
public record Verification(long lastPosition, boolean hasTornTail, long digest) {

    /// Reads, checks and replays a journal to its end.
    ///
    /// @throws JournalException at the first place where the journal is not what was written, or decides
    ///     otherwise
    public static Verification of(Path directory) {
        try (Replay replay = new Replay(directory, null, null)) {
            long position = 0;
            for (JournalRecord made = replay.next(); made != null; made = replay.next()) {
                position = made.position();
            }
            return new Verification(
                    position, replay.end().isTorn(), replay.engine().digest());
        }
    }
}
