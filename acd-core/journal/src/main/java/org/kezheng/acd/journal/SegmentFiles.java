package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files of a journal: each is named by the position of its first record, in 20 digits.
final class SegmentFiles {
    private static final String SUFFIX = ".kzj";
    private static final int DIGITS = 20;

    private final Path directory;

    SegmentFiles(Path directory) {
        this.directory = directory;
    }

    Path path(long firstPosition) {
        return directory.resolve(String.format(Locale.ROOT, "%020d", firstPosition) + SUFFIX);
    }

    /// All segments in order.
    List<Path> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(SegmentFiles::isSegment).sorted().toList();
        } catch (IOException e) {
            throw new JournalException.Unreadable(directory, e);
        }
    }

    static String name(Path segment) {
        return String.valueOf(segment.getFileName());
    }

    static long firstPosition(Path segment) {
        return Long.parseLong(name(segment).substring(0, DIGITS));
    }

    private static boolean isSegment(Path file) {
        return name(file).matches("[0-9]{" + DIGITS + "}" + "\\" + SUFFIX);
    }
}
