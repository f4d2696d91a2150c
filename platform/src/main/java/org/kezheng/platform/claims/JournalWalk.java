package org.kezheng.platform.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.acd.journal.SegmentReading;

/// Follows a journal from its first file to its last. The first walk reads everything; the next ones read the
/// files that were changed since, and of the others in turn as many as a bound of time allows: a journal up to
/// some gigabytes is read whole each time. Used by one thread.
final class JournalWalk {
    private static final Duration IN_TURN = Duration.ofSeconds(4);

    private final Path journal;
    private final Map<Path, Seen> known = new HashMap<>();
    private int turn;

    JournalWalk(Path journal) {
        this.journal = journal;
    }

    /// What came of a walk.
    ///
    /// @param last position of the last whole record
    /// @param fault where it is not whole; empty when it is
    /// @param bytes read this time
    record Result(long last, String fault, long bytes) {}

    /// Without the kernel's time of the last change, which nobody else sets, a file could be changed unseen.
    private record Stamp(long bytes, FileTime modified, FileTime changed) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(basic.size(), basic.lastModifiedTime(), (FileTime) Files.getAttribute(file, "unix:ctime"));
        }
    }

    private record Seen(Stamp stamp, SegmentReading reading) {
        boolean tells(Set<Long> wanted) {
            return wanted.stream()
                    .allMatch(position -> position > reading.lastPosition()
                            || reading.chains().containsKey(position));
        }
    }

    /// Walks once.
    ///
    /// @param sealed the chain hash that each of these positions must have
    Result walk(NavigableMap<Long, String> sealed) throws IOException {
        List<Path> files = SegmentReading.filesOf(journal);
        known.keySet().retainAll(Set.copyOf(files));
        Step step = new Step();
        try {
            step.readInTurn(files, sealed);
            for (Path file : files) {
                step.follow(file, sealed);
            }
        } catch (JournalException.Damaged damaged) {
            return new Result(step.last, "damaged at position " + damaged.position(), step.bytes);
        } catch (JournalException unreadable) {
            return new Result(step.last, unreadable.getClass().getSimpleName(), step.bytes);
        }
        if (step.fault.isEmpty() && !sealed.isEmpty() && sealed.lastKey() > step.last) {
            return new Result(step.last, "ends at " + step.last + ", sealed up to " + sealed.lastKey(), step.bytes);
        }
        return new Result(step.last, step.fault, step.bytes);
    }

    private final class Step {
        private long last;
        private long bytes;
        private String chain = SegmentReading.NO_CHAIN;
        private String fault = "";

        void readInTurn(List<Path> files, NavigableMap<Long, String> sealed) throws IOException {
            long deadline = System.nanoTime() + IN_TURN.toNanos();
            for (int count = 0; count < files.size() && System.nanoTime() - deadline < 0; count++) {
                turn = (turn + 1) % files.size();
                read(files.get(turn), sealed);
            }
        }

        void follow(Path file, NavigableMap<Long, String> sealed) throws IOException {
            Seen seen = known.get(file);
            SegmentReading reading =
                    seen != null && seen.stamp().equals(Stamp.of(file)) && seen.tells(wanted(file, sealed))
                            ? seen.reading()
                            : read(file, sealed);
            boolean isUnfinished = reading.previousChain().isEmpty();
            if (reading.firstPosition() != last + 1) {
                fail("records are missing before position " + reading.firstPosition());
            } else if (!isUnfinished && !reading.previousChain().equals(chain)) {
                fail("another journal goes on at position " + reading.firstPosition());
            }
            reading.chains().forEach((position, hash) -> {
                if (!hash.equals(sealed.get(position))) {
                    fail("otherwise than sealed at position " + position);
                }
            });
            last = reading.lastPosition();
            chain = reading.chain();
        }

        private SegmentReading read(Path file, NavigableMap<Long, String> sealed) throws IOException {
            // Forgotten first: what cannot be read is tried again.
            known.remove(file);
            Stamp before = Stamp.of(file);
            SegmentReading reading = SegmentReading.of(file, wanted(file, sealed));
            known.put(file, new Seen(before, reading));
            bytes += before.bytes();
            return reading;
        }

        private static Set<Long> wanted(Path file, NavigableMap<Long, String> sealed) {
            return sealed.tailMap(SegmentReading.firstPositionOf(file), true).keySet();
        }

        private void fail(String what) {
            if (fault.isEmpty()) {
                fault = what;
            }
        }
    }
}
