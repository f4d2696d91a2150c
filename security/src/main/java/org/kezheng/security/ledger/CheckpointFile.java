package org.kezheng.security.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.kezheng.security.keys.PrivateFiles;

/// The checkpoints outside of the database: a file of signed notes one after the other, five lines each. Whoever
/// rewrites the database with all rights still contradicts this file, and copies of it.
public final class CheckpointFile {
    private static final int LINES_PER_NOTE = 5;

    private final Path file;
    /// The size of the last note in the file, as long as the file is as long as it was then.
    private long lastSize = -1;
    private long lastEnd = -1;

    private CheckpointFile(Path file) {
        this.file = file;
    }

    /// The file `checkpoints` in the directory, which is made where it is missing.
    public static CheckpointFile in(Path directory) {
        try {
            PrivateFiles.createDirectory(directory);
            return new CheckpointFile(directory.resolve("checkpoints"));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// The checkpoints in the file. A note that a crash cut is left out; a line that is none is damage.
    List<Checkpoint> all() {
        String content = read();
        List<String> lines = content.lines().toList();
        int whole = content.endsWith("\n") ? lines.size() : lines.size() - 1;
        List<Checkpoint> all = new ArrayList<>();
        for (int first = 0; first + LINES_PER_NOTE <= whole; first += LINES_PER_NOTE) {
            List<String> note = lines.subList(first, first + LINES_PER_NOTE);
            all.add(new Checkpoint(size(note.get(1)), String.join("\n", note) + "\n"));
        }
        return all;
    }

    /// Adds the checkpoint unless it, or a larger one, is there. It is on the disk when the call returns.
    synchronized void ensure(Checkpoint made) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            if (channel.size() != lastEnd) {
                learnEnd();
            }
            if (lastSize >= made.size()) {
                return;
            }
            channel.truncate(lastEnd);
            long end = lastEnd;
            ByteBuffer bytes = ByteBuffer.wrap(made.note().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
            lastEnd = end;
            lastSize = made.size();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void learnEnd() {
        List<Checkpoint> known = all();
        lastSize = known.isEmpty() ? -1 : known.getLast().size();
        lastEnd = known.stream()
                .mapToLong(note -> note.note().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new LedgerDamagedException("the file of checkpoints cannot be read");
        }
    }

    private static long size(String line) {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException altered) {
            throw new LedgerDamagedException("the file of checkpoints holds a note without a size");
        }
    }
}
