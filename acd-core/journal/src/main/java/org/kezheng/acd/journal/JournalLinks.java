package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/// Takes records out of the journal together with their places in its chain.
public final class JournalLinks {
    private JournalLinks() {}

    /// The wanted records from a position on, up to the end of what is whole.
    ///
    /// @param most no more than so many
    /// @throws JournalException when the journal is damaged, or the position's segment is missing
    public static List<JournalLink> from(Path directory, long position, int most, Predicate<JournalRecord> wanted) {
        List<JournalLink> links = new ArrayList<>();
        List<Path> segments = new SegmentFiles(directory).list();
        int first = 0;
        while (first + 1 < segments.size() && SegmentFiles.firstPosition(segments.get(first + 1)) <= position) {
            first++;
        }
        for (Path segment : segments.subList(first, segments.size())) {
            try (SegmentCursor cursor = new SegmentCursor(segment)) {
                take(cursor, position, most, wanted, links);
            }
        }
        return links;
    }

    private static void take(
            SegmentCursor cursor, long position, int most, Predicate<JournalRecord> wanted, List<JournalLink> links) {
        String before = cursor.chain().toString();
        for (byte[] payload = cursor.next(); payload != null && links.size() < most; payload = cursor.next()) {
            String chain = cursor.chain().toString();
            if (cursor.position() >= position && wanted.test(RecordCodec.read(cursor.position(), payload))) {
                String encoded = Base64.getEncoder().encodeToString(payload);
                links.add(new JournalLink(cursor.position(), before, encoded, chain));
            }
            before = chain;
        }
    }
}
