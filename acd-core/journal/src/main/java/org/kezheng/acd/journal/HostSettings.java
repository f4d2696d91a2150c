package org.kezheng.acd.journal;

import java.nio.file.Path;
import org.kezheng.acd.engine.Limits;

/// How a host runs.
///
/// @param directory of the journal; made when it does not exist
/// @param queueCapacity commands that may wait for the engine; beyond them a submission fails at once
/// @param recordsPerSegment records in one file of the journal
/// @param rememberedReceipts commands whose repetition gives the first receipt again
public record HostSettings(
        Path directory,
        Limits limits,
        TimeSource timeSource,
        Durability durability,
        int queueCapacity,
        int recordsPerSegment,
        int rememberedReceipts) {
    public HostSettings {
        if (queueCapacity < 1 || recordsPerSegment < 1 || rememberedReceipts < 1) {
            throw new IllegalArgumentException("A host's queue, segments and remembered receipts hold at least 1");
        }
    }

    /// The settings of a site: forced, 65,536 waiting commands, 100,000 records per segment, 8,192 receipts.
    public static HostSettings standard(Path directory) {
        return new HostSettings(
                directory, Limits.standard(), TimeSource.system(), Durability.FORCED, 65_536, 100_000, 8_192);
    }
}
