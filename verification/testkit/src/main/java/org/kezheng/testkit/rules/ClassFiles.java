package org.kezheng.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Compares what was imported with what lies on the disk.
final class ClassFiles {
    private ClassFiles() {}

    static void requireAllRead(JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("No class was imported: the rules would hold for want of anything to look at");
        }
        Map<Path, Integer> readByFolder = new TreeMap<>();
        for (JavaClass read : classes) {
            readByFolder.merge(folderOf(read), 1, Integer::sum);
        }
        readByFolder.forEach((folder, read) -> {
            long present = classFilesIn(folder);
            if (read != present) {
                throw new AssertionError(
                        folder + " holds " + present + " class files, of which " + read + " were read");
            }
        });
    }

    private static Path folderOf(JavaClass read) {
        Path file = Path.of(read.getSource().orElseThrow().getUri()).toAbsolutePath();
        return Objects.requireNonNull(file.getParent(), "A class file lies in a folder");
    }

    private static long classFilesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
