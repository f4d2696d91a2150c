package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One file of a journal, read and checked from its first byte to its last whole record: for who cannot read a whole
/// journal each time. A journal is whole when each file begins where the one before ends, in position and in hash.
///
/// @param lastPosition of a whole record; one less than the first where there is none
/// @param previousChain the hash that the file says to follow; empty when it ends within its header
/// @param chain behind the last record, 64 hexadecimal digits
/// @param chains behind the records that were asked for, as far as they stand in this file
public record SegmentReading(
        long firstPosition, long lastPosition, String previousChain, String chain, Map<Long, String> chains) {
    /// Before the first file.
    public static final String NO_CHAIN = ChainHash.NOTHING.toString();

    public SegmentReading {
        chains = Map.copyOf(chains);
    }

    /// The files of a journal in their order.
    public static List<Path> filesOf(Path directory) {
        return new SegmentFiles(directory).list();
    }

    /// The position at which a file says by its name to begin.
    public static long firstPositionOf(Path file) {
        return SegmentFiles.firstPosition(file);
    }

    /// Reads a file.
    ///
    /// @param wanted positions whose hashes are to be told
    /// @throws JournalException when it is not what was written
    public static SegmentReading of(Path file, Set<Long> wanted) {
        Map<Long, String> found = new TreeMap<>();
        try (SegmentCursor cursor = new SegmentCursor(file)) {
            SegmentHeader header = cursor.header();
            while (cursor.next() != null) {
                if (wanted.contains(cursor.position())) {
                    found.put(cursor.position(), cursor.chain().toString());
                }
            }
            return new SegmentReading(
                    SegmentFiles.firstPosition(file),
                    cursor.position(),
                    header == null ? "" : header.previousHash().toString(),
                    cursor.chain().toString(),
                    found);
        }
    }
}
