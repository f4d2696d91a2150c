package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a journal from its first record to its end, over all segments, and checks the links between them.
final class JournalScan implements AutoCloseable {
    private final List<Path> segments;
    private int nextSegment;
    private @Nullable SegmentCursor cursor;
    private ChainHash chain = ChainHash.NOTHING;
    private long position;

    JournalScan(Path directory) {
        segments = new SegmentFiles(directory).list();
    }

    /// The next record's payload; null at the journal's end. A torn end is an end.
    byte @Nullable [] next() {
        while (true) {
            SegmentCursor current = cursor;
            byte[] payload = current == null ? null : current.next();
            if (current != null && payload != null) {
                position = current.position();
                chain = current.chain();
                return payload;
            }
            if (nextSegment == segments.size() || !openNext()) {
                return null;
            }
        }
    }

    /// Position of the last record read; 0 before the first.
    long position() {
        return position;
    }

    /// The segment of the last record read.
    SegmentHeader header() {
        SegmentHeader header = cursor == null ? null : cursor.header();
        if (header == null) {
            throw new IllegalStateException("No record has been read");
        }
        return header;
    }

    /// At the journal's end: where a writer has to go on.
    JournalEnd end() {
        SegmentCursor last = cursor;
        SegmentHeader header = last == null ? null : last.header();
        boolean hasTornHeader = last != null && header == null;
        if (last == null || header == null) {
            return new JournalEnd(position, chain, null, 0, hasTornHeader);
        }
        return new JournalEnd(position, chain, header, last.intactBytes(), last.isTorn());
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }

    /// False when the next segment, the last one, ends within its header.
    private boolean openNext() {
        SegmentCursor left = cursor;
        if (left != null) {
            requireWhole(left);
            left.close();
        }
        Path path = segments.get(nextSegment++);
        if (SegmentFiles.firstPosition(path) != position + 1) {
            throw new JournalException.Damaged(
                    SegmentFiles.name(path), position + 1, "the segment of this position is missing");
        }
        SegmentCursor opened = new SegmentCursor(path);
        cursor = opened;
        SegmentHeader header = opened.header();
        if (header == null) {
            requireLast(opened);
            return false;
        }
        if (!header.previousHash().equals(chain)) {
            throw new JournalException.Damaged(
                    opened.name(), position + 1, "the header's link to the segment before it");
        }
        chain = opened.chain();
        return true;
    }

    /// Another segment follows, so this one was finished.
    private static void requireWhole(SegmentCursor left) {
        if (left.isTorn()) {
            throw new JournalException.Damaged(
                    left.name(), left.position() + 1, "a record is cut off, and another segment follows");
        }
    }

    private void requireLast(SegmentCursor opened) {
        if (nextSegment < segments.size()) {
            throw new JournalException.Damaged(
                    opened.name(), position + 1, "the header is cut off, and another segment follows");
        }
    }
}
