package org.kezheng.acd.journal;

import java.nio.file.Path;
import org.kezheng.acd.engine.Limits;

/// How a host runs.
///
/// @param directory of the journal; made when it does not exist
/// @param queueCapacity commands that may wait for the engine; beyond them a submission fails at once
/// @param recordsPerSegment records in one file of the journal
/// @param rememberedReceipts commands whose repetition gives the first receipt again
/// @param recordsPerSnapshot a snapshot is taken behind each record whose position it divides; 0: none is
public record HostSettings(
        Path directory,
        Limits limits,
        TimeSource timeSource,
        Durability durability,
        int queueCapacity,
        int recordsPerSegment,
        int rememberedReceipts,
        int recordsPerSnapshot) {
    public HostSettings {
        if (queueCapacity < 1 || recordsPerSegment < 1 || rememberedReceipts < 1) {
            throw new IllegalArgumentException("A host's queue, segments and remembered receipts hold at least 1");
        }
        if (recordsPerSnapshot < 0) {
            throw new IllegalArgumentException("Snapshots are taken every so many records, or never: 0");
        }
    }

    /// With a snapshot at the end of each segment.
    public HostSettings(
            Path directory,
            Limits limits,
            TimeSource timeSource,
            Durability durability,
            int queueCapacity,
            int recordsPerSegment,
            int rememberedReceipts) {
        this(
                directory,
                limits,
                timeSource,
                durability,
                queueCapacity,
                recordsPerSegment,
                rememberedReceipts,
                recordsPerSegment);
    }

    /// The same but for how often a snapshot is taken.
    public HostSettings withRecordsPerSnapshot(int records) {
        return new HostSettings(
                directory,
                limits,
                timeSource,
                durability,
                queueCapacity,
                recordsPerSegment,
                rememberedReceipts,
                records);
    }

    /// The settings of a site: forced, 65,536 waiting commands, 100,000 records per segment and
    /// snapshot, 8,192 receipts.
    public static HostSettings standard(Path directory) {
        return new HostSettings(
                directory, Limits.standard(), TimeSource.system(), Durability.FORCED, 65_536, 100_000, 8_192);
    }
}
