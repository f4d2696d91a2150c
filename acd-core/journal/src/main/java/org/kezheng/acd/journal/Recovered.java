package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Engine;

/// What a host starts from: an engine at the journal's end, the last receipts, and where to go on.
///
/// @param lastMicros the last journaled instant
record Recovered(Engine engine, Receipts receipts, JournalEnd end, long lastMicros, Recovery report) {

    /// From the newest snapshot of this journal that is sound, and the records behind it; without one, from all
    /// records.
    ///
    /// @throws JournalException when the journal is damaged, too new, decided by an incompatible engine, or of
    ///     other limits
    static Recovered from(HostSettings settings) throws IOException {
        SnapshotFiles files = new SnapshotFiles(settings.directory());
        files.deleteUnfinished();
        List<SnapshotFault> faults = new ArrayList<>();
        for (Path file : files.newestFirst()) {
            SnapshotStart start = SnapshotStart.from(settings.directory(), file, null, faults);
            Recovered recovered = start == null ? null : from(settings, file, start, faults);
            if (recovered != null) {
                return recovered;
            }
        }
        try (Replay replay = new Replay(settings.directory(), settings.limits(), null)) {
            return toTheEnd(settings, replay, null, faults);
        }
    }

    /// Null, and the fault is named, when the journal goes on otherwise than from this snapshot.
    private static @Nullable Recovered from(
            HostSettings settings, Path file, SnapshotStart start, List<SnapshotFault> faults) {
        try (Replay replay = start.replay()) {
            return toTheEnd(settings, replay, start.snapshot(), faults);
        } catch (JournalException.IncompatibleEngine e) {
            // The journal is the truth: whether the snapshot is wrong, or the engine, the next replay will show.
            faults.add(SnapshotStart.fault(
                    file,
                    SnapshotFault.Kind.DIFFERENT,
                    "the records behind it are other ones from position " + e.position() + " on"));
            return null;
        }
    }

    private static Recovered toTheEnd(
            HostSettings settings, Replay replay, @Nullable Snapshot snapshot, List<SnapshotFault> faults) {
        Receipts receipts = new Receipts(settings.rememberedReceipts());
        long lastMicros = 0;
        long from = 0;
        if (snapshot != null) {
            snapshot.receipts().forEach(remembered -> receipts.remember(remembered.id(), remembered.receipt()));
            lastMicros = snapshot.place().lastMicros();
            from = snapshot.place().position();
        }
        for (JournalRecord made = replay.next(); made != null; made = replay.next()) {
            receipts.remember(made.id(), new Receipt(made.position(), made.nowMicros(), made.events()));
            lastMicros = made.nowMicros();
        }
        JournalEnd end = replay.end();
        requireLimits(settings, end);
        Recovery report = new Recovery(from, end.position(), faults);
        return new Recovered(replay.engine(), receipts, end, lastMicros, report);
    }

    private static void requireLimits(HostSettings settings, JournalEnd end) {
        SegmentHeader header = end.header();
        if (header != null && !header.limits().equals(settings.limits())) {
            Path segment = new SegmentFiles(settings.directory()).path(header.firstPosition());
            throw new JournalException.OtherLimits(SegmentFiles.name(segment));
        }
    }
}
