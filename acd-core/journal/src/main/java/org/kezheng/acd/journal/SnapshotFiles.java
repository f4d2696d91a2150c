package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The snapshots beside a journal's segments: each is named by the position of the last record in it, in 20 digits. One
/// that is being written has another name.
final class SnapshotFiles {
    private static final int DIGITS = 20;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{" + DIGITS + "}\\.kzs");
    private static final Pattern UNFINISHED = Pattern.compile("[0-9]{" + DIGITS + "}\\.kzs\\.part");

    private final Path directory;

    SnapshotFiles(Path directory) {
        this.directory = directory;
    }

    Path path(long position) {
        return directory.resolve(String.format(Locale.ROOT, "%020d.kzs", position));
    }

    Path unfinished(long position) {
        return directory.resolve(String.format(Locale.ROOT, "%020d.kzs.part", position));
    }

    /// All of them, the newest first.
    List<Path> newestFirst() throws IOException {
        return list(WHOLE).reversed();
    }

    /// Deletes what a host that died left behind.
    void deleteUnfinished() throws IOException {
        for (Path file : list(UNFINISHED)) {
            Files.deleteIfExists(file);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static long position(Path file) {
        return Long.parseLong(name(file).substring(0, DIGITS));
    }

    private List<Path> list(Pattern names) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> names.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        }
    }
}
