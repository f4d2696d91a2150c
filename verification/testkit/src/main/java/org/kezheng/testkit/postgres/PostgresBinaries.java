package org.kezheng.testkit.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the directory of `initdb` and `postgres`: the system property or environment variable `KEZHENG_POSTGRES_BIN`,
/// then the newest of Debian's, then the path.
final class PostgresBinaries {
    private static final String SETTING = "KEZHENG_POSTGRES_BIN";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresBinaries() {}

    static Path directory() {
        String setting = System.getProperty(SETTING, System.getenv().getOrDefault(SETTING, ""));
        if (!setting.isEmpty()) {
            return Optional.of(Path.of(setting))
                    .filter(PostgresBinaries::isComplete)
                    .orElseThrow(() -> new AssertionError(SETTING + " names no directory with initdb and postgres"));
        }
        return Stream.concat(debian().stream(), path().stream())
                .filter(PostgresBinaries::isComplete)
                .findFirst()
                .orElseThrow(() -> new AssertionError("PostgreSQL is missing. Install it (Debian: postgresql), or name"
                        + " the directory of initdb and postgres in " + SETTING));
    }

    private static List<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(version -> version.getFileName().toString().matches("[0-9]+"))
                    .sorted(Comparator.comparing((Path version) ->
                                    Integer.valueOf(version.getFileName().toString()))
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(DEBIAN + " cannot be listed", unreadable);
        }
    }

    private static List<Path> path() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static boolean isComplete(Path directory) {
        return Files.isExecutable(directory.resolve("initdb")) && Files.isExecutable(directory.resolve("postgres"));
    }
}
