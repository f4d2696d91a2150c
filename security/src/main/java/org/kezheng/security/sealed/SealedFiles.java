package org.kezheng.security.sealed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.EnvelopeKey;
import org.kezheng.security.envelope.KeyKind;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.secret.SecretBytes;

/// Seals big files and opens them. Each has a random key of its own, wrapped by a key derived from its client's data
/// key; the database is not needed. Clear bytes pass through one buffer of 64 KiB, which is wiped.
public final class SealedFiles {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientKeys keys;

    public SealedFiles(ClientKeys keys) {
        this.keys = keys;
    }

    /// Seals the stream to its end. The file appears whole or not at all, with mode 600, in the place of an earlier one
    /// if there is one, and is on the disk when the call returns. The stream is not closed.
    public SealingResult seal(InputStream clear, Path target, SealedName name) throws IOException {
        Path file = target.toAbsolutePath();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try {
            SealingResult result = write(clear, draft, name);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
                directory.force(true);
            }
            return result;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Opens a sealed file for reading at any place. Its last chunk is checked at once, so the length is true; each
    /// other
    /// chunk is checked when it is read.
    ///
    /// @throws DamagedCiphertextException when it is cut, or no sealed file, or sealed under another name
    public SealedFile open(Path file, SealedName name) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            Header header = readHeader(channel);
            if (header.wrappedKey().key().kind() != KeyKind.CLIENT_FILE) {
                throw new DamagedCiphertextException("it names a key that is not for files");
            }
            SecretBytes key = SecretBytes.of(keys.files().open(name.keyAddress(), header.wrappedKey()));
            return SealedFile.of(channel, new ChunkCipher(key, header));
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /// Whether the file has the form of a sealed one: header, wrapped key and a length that chunks give. Needs no key,
    /// so it says nothing of the content.
    public static boolean looksSealed(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Header header = readHeader(channel);
            Layout.ofFile(channel.size());
            return header.wrappedKey().key().kind() == KeyKind.CLIENT_FILE;
        } catch (DamagedCiphertextException other) {
            return false;
        }
    }

    private SealingResult write(InputStream clear, Path draft, SealedName name) throws IOException {
        byte[] material = new byte[EnvelopeKey.LENGTH];
        RANDOM.nextBytes(material);
        Ciphertext wrapped = keys.files().seal(name.keyAddress(), material);
        Header header = new Header(wrapped);
        ChunkCipher cipher = new ChunkCipher(SecretBytes.of(material), header);
        Arrays.fill(material, (byte) 0);
        EnumSet<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                draft, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            Hashed out = new Hashed(channel, sha256());
            out.write(header.bytes());
            long clearBytes = writeChunks(clear, cipher, out);
            channel.force(true);
            return SealingResult.of(clearBytes, channel.size(), out.digest().digest());
        }
    }

    /// One chunk is read ahead, since each says whether it is the last.
    private static long writeChunks(InputStream clear, ChunkCipher cipher, Hashed out) throws IOException {
        byte[] present = new byte[Header.CHUNK];
        byte[] ahead = new byte[Header.CHUNK];
        try {
            long total = 0;
            int length = clear.readNBytes(present, 0, Header.CHUNK);
            for (long chunk = 0; ; chunk++) {
                int lengthAhead = length < Header.CHUNK ? 0 : clear.readNBytes(ahead, 0, Header.CHUNK);
                out.write(cipher.seal(chunk, lengthAhead == 0, present, length));
                total += length;
                if (lengthAhead == 0) {
                    return total;
                }
                byte[] swapped = present;
                present = ahead;
                ahead = swapped;
                length = lengthAhead;
            }
        } finally {
            Arrays.fill(present, (byte) 0);
            Arrays.fill(ahead, (byte) 0);
        }
    }

    private static Header readHeader(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(Header.LENGTH);
        SealedFile.readFully(channel, header, 0);
        return Header.of(header.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    private record Hashed(FileChannel channel, MessageDigest digest) {
        void write(byte[] bytes) throws IOException {
            digest.update(bytes);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
