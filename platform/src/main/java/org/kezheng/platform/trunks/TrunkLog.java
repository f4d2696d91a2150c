package org.kezheng.platform.trunks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.keys.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The trunks' own record, in a file a day beside the journal, so that it needs no database: each change of the
/// lines in use as it happens. What was written is there after the platform was killed. Each day begins with what
/// holds at its midnight, so each file is read by itself. Used by one thread at a time.
final class TrunkLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrunkLog.class);

    private final Path directory;
    private final Clock clock;
    private final ZoneId zone;
    /// What holds now, for the next day's beginning.
    private final Supplier<List<TrunkRecord>> standing;

    private @Nullable FileChannel file;
    private @Nullable LocalDate day;
    private Instant last = Instant.EPOCH;
    private boolean isBroken;

    TrunkLog(Path directory, Clock clock, ZoneId zone, Supplier<List<TrunkRecord>> standing) {
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
        this.standing = standing;
    }

    /// Writes what happened now. A disk that does not take it stops no call; the gap is written when it takes
    /// records again.
    void write(TrunkRecord record) {
        Instant now = clock.instant();
        Instant at = now.isBefore(last) ? last : now;
        try {
            if (isBroken) {
                append(at, new TrunkRecord.Begin());
                for (TrunkRecord one : standing.get()) {
                    append(at, one);
                }
                isBroken = false;
            }
            append(at, record);
        } catch (IOException full) {
            if (!isBroken) {
                LOG.atError().setCause(full).log("The use of the trunks cannot be recorded");
            }
            isBroken = true;
        }
    }

    /// Forces what was written to the disk.
    void force() {
        FileChannel open = file;
        if (open != null) {
            try {
                open.force(false);
            } catch (IOException failure) {
                LOG.atWarn().setCause(failure).log("The use of the trunks cannot be forced to the disk");
            }
        }
    }

    private void append(Instant at, TrunkRecord record) throws IOException {
        LocalDate today = LocalDate.ofInstant(at, zone);
        if (!today.equals(day)) {
            begin(today);
        }
        put(at, record);
        last = at;
    }

    private void begin(LocalDate today) throws IOException {
        FileChannel before = file;
        boolean isGoingOn = before != null;
        Instant midnight = today.atStartOfDay(zone).toInstant();
        if (before != null) {
            put(midnight, new TrunkRecord.Beat());
            before.close();
        }
        PrivateFiles.createDirectory(directory);
        Path path = path(today);
        cutTornTail(path);
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        day = today;
        if (isGoingOn) {
            for (TrunkRecord one : standing.get()) {
                put(midnight, one);
            }
        }
    }

    private void put(Instant at, TrunkRecord record) throws IOException {
        ByteBuffer line = StandardCharsets.US_ASCII.encode(new TrunkRecord.Timed(at, record).line() + "\n");
        FileChannel open = Objects.requireNonNull(file, "A day has its file");
        while (line.hasRemaining()) {
            open.write(line);
        }
    }

    /// A machine that stopped may have left half a line.
    private static void cutTornTail(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
    }

    /// The records of a day in their order; empty: there is no record of it.
    List<TrunkRecord.Timed> of(LocalDate wanted) {
        Path path = path(wanted);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var lines = Files.lines(path, StandardCharsets.US_ASCII)) {
            return lines.map(TrunkRecord::read).flatMap(Optional::stream).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The use of the trunks cannot be read", failure);
        }
    }

    private Path path(LocalDate of) {
        return directory.resolve(of + ".log");
    }

    @Override
    public void close() {
        FileChannel open = file;
        file = null;
        day = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                LOG.atWarn().setCause(failure).log("The use of the trunks cannot be closed");
            }
        }
    }
}
