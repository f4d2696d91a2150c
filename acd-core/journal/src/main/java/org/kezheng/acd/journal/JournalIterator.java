package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Goes through a journal from any position. It closes its file when it comes to the end.
final class JournalIterator implements Iterator<JournalRecord> {
    private final SegmentFiles files;
    private final long first;
    private final LongSupplier lastDurable;
    private @Nullable SegmentCursor cursor;
    private @Nullable JournalRecord next;
    private boolean isAtEnd;
    private long lastRead;
    private long reopenedAt;

    JournalIterator(Path directory, long first, LongSupplier lastDurable) {
        files = new SegmentFiles(directory);
        this.first = Math.max(1, first);
        this.lastDurable = lastDurable;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !isAtEnd) {
            next = read();
            if (next == null) {
                isAtEnd = true;
                close();
            }
        }
        return next != null;
    }

    @Override
    public JournalRecord next() {
        JournalRecord found = hasNext() ? next : null;
        if (found == null) {
            throw new NoSuchElementException("The journal's end");
        }
        next = null;
        return found;
    }

    private @Nullable JournalRecord read() {
        SegmentCursor current = cursor;
        if (current == null) {
            current = openSegmentOf(first);
        }
        while (current != null && current.position() < lastDurable.getAsLong()) {
            byte[] payload = current.next();
            if (payload == null) {
                current = openAfter(current);
            } else if (current.position() >= first && current.position() > lastRead) {
                lastRead = current.position();
                return decode(current, payload);
            }
        }
        return null;
    }

    private @Nullable SegmentCursor openSegmentOf(long position) {
        List<Path> segments = files.list();
        for (Path segment : segments.reversed()) {
            if (SegmentFiles.firstPosition(segment) <= position) {
                return open(segment);
            }
        }
        if (!segments.isEmpty()) {
            throw new JournalException.Damaged(
                    SegmentFiles.name(segments.getFirst()), position, "the segment of this position is missing");
        }
        return null;
    }

    /// Where to go on behind what is whole of a segment; null when nothing has been written there yet.
    private @Nullable SegmentCursor openAfter(SegmentCursor finished) {
        long position = finished.position() + 1;
        List<Path> segments = files.list();
        Path following = files.path(position);
        if (segments.contains(following) && !following.equals(finished.path())) {
            return open(following);
        }
        if (SegmentFiles.firstPosition(segments.getLast()) <= position) {
            return null;
        }
        if (reopenedAt == position) {
            throw new JournalException.Damaged(
                    finished.name(), position, "records are missing before the next segment");
        }
        // The writer may have finished this segment, and begun the next, after its end was read.
        reopenedAt = position;
        return open(finished.path());
    }

    private SegmentCursor open(Path segment) {
        close();
        SegmentCursor opened = new SegmentCursor(segment);
        cursor = opened;
        return opened;
    }

    private void close() {
        if (cursor != null) {
            cursor.close();
        }
    }

    private static JournalRecord decode(SegmentCursor at, byte[] payload) {
        try {
            return RecordCodec.read(at.position(), payload);
        } catch (UnknownKind e) {
            throw new JournalException.NewerRecord(at.name(), at.position(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new JournalException.Damaged(at.name(), at.position(), "a record's content");
        }
    }
}
