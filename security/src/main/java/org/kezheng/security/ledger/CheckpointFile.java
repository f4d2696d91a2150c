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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.keys.PrivateFiles;

/// The checkpoints outside of the database: a file of signed notes one after the other, five lines each. Whoever
/// rewrites the database with all rights still contradicts this file, and copies of it.
public final class CheckpointFile {
    private static final int LINES_PER_NOTE = 5;

    private final Path file;
    /// The last note in the file, as long as the file is as long as it was then.
    private @Nullable Checkpoint last;

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

    /// The checkpoints in the file. A note that a crash cut is left out; a note without a size is damage.
    List<Checkpoint> all() {
        try {
            return read().notes();
        } catch (IOException unreadable) {
            throw new LedgerDamagedException("the file of checkpoints cannot be read");
        }
    }

    /// The last of them.
    synchronized Optional<Checkpoint> last() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) != lastEnd) {
                learnEnd();
            }
            return Optional.ofNullable(last);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Adds the checkpoint unless it, or a larger one, is there. It is on the disk when the call returns.
    ///
    /// @throws UncheckedIOException when the disk does not take it; the next call makes it good
    synchronized void ensure(Checkpoint made) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            if (channel.size() != lastEnd) {
                learnEnd();
            }
            if (last != null && last.size() >= made.size()) {
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
            last = made;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void learnEnd() throws IOException {
        Content content = read();
        last = content.notes().isEmpty() ? null : content.notes().getLast();
        lastEnd = content.end();
    }

    /// What the file holds.
    ///
    /// @param end how many bytes the whole notes have
    private record Content(List<Checkpoint> notes, int end) {}

    /// Bytes are read as they are, one character each, since a note may be cut within a character, and what was altered
    /// need not be text.
    private Content read() throws IOException {
        String bytes = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        List<Checkpoint> notes = new ArrayList<>();
        int start = 0;
        for (int end = endOfNote(bytes, 0); end > 0; end = endOfNote(bytes, end)) {
            notes.add(checkpoint(bytes.substring(start, end)));
            start = end;
        }
        return new Content(notes, start);
    }

    /// Where the note that starts there ends, 0 where it does not.
    private static int endOfNote(String bytes, int start) {
        int end = start;
        for (int line = 0; line < LINES_PER_NOTE; line++) {
            end = bytes.indexOf('\n', end) + 1;
            if (end == 0) {
                return 0;
            }
        }
        return end;
    }

    private static Checkpoint checkpoint(String bytes) {
        int size = bytes.indexOf('\n') + 1;
        try {
            String note = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return new Checkpoint(Long.parseLong(bytes.substring(size, bytes.indexOf('\n', size))), note);
        } catch (NumberFormatException altered) {
            throw new LedgerDamagedException("the file of checkpoints holds a note without a size");
        }
    }
}
