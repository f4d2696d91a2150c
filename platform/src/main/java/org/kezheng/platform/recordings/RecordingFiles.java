package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.kezheng.security.keys.PrivateFiles;
import org.kezheng.security.sealed.SealedFile;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.sealed.SealedName;
import org.kezheng.security.sealed.SealingResult;

/// The sealed files: one for each recording, `CLIENT/OFFER.kzr`. They are made beside and moved here whole, once a note
/// of them is kept; so whatever stands here is complete, and will be listed.
final class RecordingFiles {
    private static final String KIND = "recording";
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final Path drafts;
    private final SealedFiles sealed;
    private final PendingRecordings pending;
    private final PauseMarks pauses;

    RecordingFiles(Path directory, Path drafts, SealedFiles sealed, PendingRecordings pending, PauseMarks pauses) {
        this.directory = directory;
        this.drafts = drafts;
        this.sealed = sealed;
        this.pending = pending;
        this.pauses = pauses;
    }

    Path directory() {
        return directory;
    }

    boolean contains(Recording.Name name) {
        return Files.exists(directory.resolve(path(name)));
    }

    SealedFile open(Recording.Name name) throws IOException {
        return sealed.open(directory.resolve(path(name)), address(name));
    }

    /// Seals the call's audio, reads it back to see that it is whole, and keeps it.
    void store(SpooledCall call, Instant endedAt) throws IOException {
        Recording.Name name = call.name();
        PrivateFiles.createDirectory(drafts);
        Path draft = drafts.resolve(name.offer() + ".kzr");
        MessageDigest clear = sha256();
        SealingResult result;
        try (StereoAudio audio = StereoAudio.of(call);
                DigestInputStream digested = new DigestInputStream(audio, clear)) {
            result = sealed.seal(digested, draft, address(name));
        }
        requireSame(draft, name, clear.digest());
        long samples = result.clearBytes() / StereoAudio.BYTES_PER_SAMPLE;
        Duration length = Duration.ofNanos(samples * (1_000_000_000L / StereoAudio.SAMPLES_PER_SECOND));
        Instant startedAt = endedAt.minus(length);
        List<Gap> gaps = pauses.of(name.offer()).stream()
                .flatMap(pause -> pause.in(startedAt, length).stream())
                .toList();
        pending.add(new Recording(name, startedAt, length, result.fileBytes(), result.sha256(), path(name)).with(gaps));
        moveIn(draft, directory.resolve(path(name)));
    }

    /// A keyed hash of what is heard.
    byte[] contentHash(Recording.Name name) throws IOException {
        return sealed.contentHash(directory.resolve(path(name)), address(name));
    }

    /// Destroys a stored recording for good; what is gone already is no error.
    void destroy(Recording.Name name) throws IOException {
        sealed.destroy(directory.resolve(path(name)), address(name));
    }

    boolean isLeft(Recording.Name name) {
        return sealed.isLeft(directory.resolve(path(name)), address(name));
    }

    /// The talk is stored with its pauses: their marks are done with.
    void forgetPauses(Recording.Name name) throws IOException {
        pauses.remove(name.offer());
    }

    /// Reads a stored recording through, to its last byte.
    ///
    /// @throws org.kezheng.security.envelope.DamagedCiphertextException when any part of it was altered
    void requireWhole(Recording.Name name) throws IOException {
        try (SealedFile file = open(name)) {
            digest(file);
        }
    }

    private void requireSame(Path draft, Recording.Name name, byte[] expected) throws IOException {
        try (SealedFile file = sealed.open(draft, address(name))) {
            if (!Arrays.equals(digest(file), expected)) {
                throw new IOException("A recording was not written as it was read");
            }
        }
    }

    private static byte[] digest(SealedFile file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long position = 0;
        int count = file.read(position, buffer, 0, buffer.length);
        while (count > 0) {
            digest.update(buffer, 0, count);
            position += count;
            count = file.read(position, buffer, 0, buffer.length);
        }
        Arrays.fill(buffer, (byte) 0);
        return digest.digest();
    }

    private static void moveIn(Path draft, Path target) throws IOException {
        Path parent = target.resolveSibling("");
        PrivateFiles.createDirectory(parent);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel opened = FileChannel.open(parent, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static Path path(Recording.Name name) {
        return Path.of(Integer.toString(name.client().value()), name.offer() + ".kzr");
    }

    private static SealedName address(Recording.Name name) {
        return new SealedName(name.client(), KIND, Long.toString(name.offer()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
