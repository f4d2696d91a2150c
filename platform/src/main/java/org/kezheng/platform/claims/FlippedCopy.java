package org.kezheng.platform.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kezheng.security.keys.PrivateFiles;

/// A directory of its own for a copy that may be broken; removed when it is closed.
record FlippedCopy(Path directory) implements AutoCloseable {
    /// Makes the directory anew, readable by its owner alone. What an earlier run left there is removed.
    static FlippedCopy in(Path directory) throws IOException {
        FlippedCopy copy = new FlippedCopy(directory);
        copy.close();
        PrivateFiles.createDirectory(directory);
        return copy;
    }

    /// Changes one bit of the byte at the position.
    static void flip(Path file, int position) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[position] ^= 1;
        Files.write(file, content);
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
