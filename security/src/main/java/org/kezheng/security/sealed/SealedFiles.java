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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.EnvelopeKey;
import org.kezheng.security.envelope.Envelopes;
import org.kezheng.security.envelope.KeyKind;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.FileSecrets;
import org.kezheng.security.secret.SecretBytes;

/// Seals big files and opens them. Each has a random key of its own, wrapped by a key that needs its client's data
/// key and a secret of its own in the key directory; files of format 1, which have no secret, are still opened.
/// The database is not needed. Clear bytes pass through one buffer of 64 KiB, which is wiped.
public final class SealedFiles {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientKeys keys;
    private final FileSecrets secrets;

    public SealedFiles(ClientKeys keys) {
        this.keys = keys;
        this.secrets = keys.fileSecrets();
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

    /// Opens a sealed file for reading at any place. Its last chunk is checked at once, so the length is true;
    /// each other chunk is checked when it is read.
    ///
    /// @throws DamagedCiphertextException when it is cut, or no sealed file, or sealed under another name
    /// @throws SealedFileDestroyedException when its secret is not there
    public SealedFile open(Path file, SealedName name) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            Header header = readHeader(channel);
            SecretBytes key = SecretBytes.of(unwrap(header.wrappedKey(), name));
            return SealedFile.of(channel, new ChunkCipher(key, header));
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    private byte[] unwrap(Ciphertext wrapped, SealedName name) throws SealedFileDestroyedException {
        if (wrapped.key().kind() == KeyKind.CLIENT_FILE) {
            return keys.files().open(name.keyAddress(), wrapped);
        }
        EnvelopeKey key =
                secrets.keyToOpen(name.secretName(), wrapped.key()).orElseThrow(SealedFileDestroyedException::new);
        return Envelopes.open(key, name.keyAddress(), wrapped);
    }

    /// Destroys the file for good: first its secret, without which no copy of it opens, then the file itself. What is
    /// gone already is no error.
    public void destroy(Path file, SealedName name) throws IOException {
        secrets.destroy(name.secretName());
        Files.deleteIfExists(file);
    }

    /// Whether anything is left by which the file, or a copy of it, could be opened: its secret, or the file itself.
    public boolean isLeft(Path file, SealedName name) {
        return secrets.exists(name.secretName()) || Files.exists(file);
    }

    /// HMAC-SHA256 of the content under a key of the client: shows later, to who holds the keys, whether some audio is
    /// what the file held, and nothing to anybody else.
    public byte[] contentHash(Path file, SealedName name) throws IOException {
        byte[] buffer = new byte[Header.CHUNK];
        try (SealedFile opened = open(file, name)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.contentHashKey(name.client()).reveal(), "HmacSHA256"));
            long position = 0;
            int count = opened.read(position, buffer, 0, buffer.length);
            while (count > 0) {
                mac.update(buffer, 0, count);
                position += count;
                count = opened.read(position, buffer, 0, buffer.length);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    /// Whether the file has the form of a sealed one: header, wrapped key and a length that chunks give. Needs no key,
    /// so it says nothing of the content.
    public static boolean looksSealed(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            readHeader(channel);
            Layout.ofFile(channel.size());
            return true;
        } catch (DamagedCiphertextException other) {
            return false;
        }
    }

    private SealingResult write(InputStream clear, Path draft, SealedName name) throws IOException {
        byte[] material = new byte[EnvelopeKey.LENGTH];
        RANDOM.nextBytes(material);
        Ciphertext wrapped = Envelopes.seal(secrets.keyToSeal(name.secretName()), name.keyAddress(), material);
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
