package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.kezheng.acd.engine.Engine;

/// What a host starts from: an engine at the journal's end, and a writer that goes on there.
///
/// @param lastMicros the last journaled instant
record Recovered(Engine engine, Receipts receipts, JournalWriter writer, long lastMicros) {

    static Recovered from(HostSettings settings, SegmentStore store) throws IOException {
        Receipts receipts = new Receipts(settings.rememberedReceipts());
        long lastMicros = 0;
        try (Replay replay = new Replay(settings.directory(), settings.limits(), null)) {
            for (JournalRecord made = replay.next(); made != null; made = replay.next()) {
                receipts.remember(made.id(), new Receipt(made.position(), made.nowMicros(), made.events()));
                lastMicros = made.nowMicros();
            }
            JournalEnd end = replay.end();
            requireLimits(settings, end);
            JournalWriter writer = new JournalWriter(settings, store, end);
            return new Recovered(replay.engine(), receipts, writer, lastMicros);
        }
    }

    private static void requireLimits(HostSettings settings, JournalEnd end) {
        SegmentHeader header = end.header();
        if (header != null && !header.limits().equals(settings.limits())) {
            Path segment = new SegmentFiles(settings.directory()).path(header.firstPosition());
            throw new JournalException.OtherLimits(SegmentFiles.name(segment));
        }
    }
}
