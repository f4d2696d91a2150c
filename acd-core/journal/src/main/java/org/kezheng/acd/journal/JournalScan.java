package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a journal to its end, from its first record or from a place in it, over all segments from there, and checks
/// the links between them.
final class JournalScan implements AutoCloseable {
    private final List<Path> segments;
    private int nextSegment;
    private @Nullable SegmentCursor cursor;
    private ChainHash chain = ChainHash.NOTHING;
    private long position;
    /// The last one read on the way to a place.
    private @Nullable SegmentHeader passed;

    JournalScan(Path directory) {
        segments = new SegmentFiles(directory).list();
    }

    /// What is found on the way to a place.
    enum Arrival {
        THERE,
        /// The journal has another hash there.
        ANOTHER_CHAIN,
        /// The journal ends before.
        BEYOND_THE_END
    }

    /// Before anything else is read: goes to a place. Of the segments before, the headers alone are read; records are
    /// read from the beginning of the segment that holds the place.
    Arrival goTo(JournalPlace place) {
        int first = segments.size() - 1;
        while (first >= 0 && beginsBehind(segments.get(first), place)) {
            first--;
        }
        if (first < 0) {
            return Arrival.BEYOND_THE_END;
        }
        chain = requireHeaders(first);
        position = SegmentFiles.firstPosition(segments.get(first)) - 1;
        nextSegment = first;
        while (position < place.position()) {
            if (next() == null) {
                return Arrival.BEYOND_THE_END;
            }
        }
        return chain.equals(place.chain()) ? Arrival.THERE : Arrival.ANOTHER_CHAIN;
    }

    /// Also when the segment right behind the place ends within its header: then the one before tells the hash.
    private static boolean beginsBehind(Path segment, JournalPlace place) {
        long first = SegmentFiles.firstPosition(segment);
        if (first != place.position() + 1) {
            return first > place.position();
        }
        try (SegmentCursor cursor = new SegmentCursor(segment)) {
            return cursor.header() == null;
        }
    }

    /// Every segment begins where the one before ends. Returns what the last of these says to follow.
    private ChainHash requireHeaders(int last) {
        long expected = 1;
        ChainHash previous = ChainHash.NOTHING;
        for (Path segment : segments.subList(0, last + 1)) {
            if (SegmentFiles.firstPosition(segment) != expected) {
                throw new JournalException.Damaged(
                        SegmentFiles.name(segment), expected, "the segment of this position is missing");
            }
            try (SegmentCursor cursor = new SegmentCursor(segment)) {
                SegmentHeader header = cursor.header();
                if (header == null) {
                    throw new JournalException.Damaged(cursor.name(), expected, "the header is cut off");
                }
                passed = header;
                expected += header.recordsPerSegment();
                previous = header.previousHash();
            }
        }
        return previous;
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

    /// Behind the last record read.
    ChainHash chain() {
        return chain;
    }

    /// Of the segment of the last record read, or of one before the place gone to.
    SegmentHeader header() {
        SegmentHeader header = cursor == null ? passed : cursor.header();
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
