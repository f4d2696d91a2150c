package org.kezheng.security.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.kezheng.security.envelope.EnvelopeKey;
import org.kezheng.security.envelope.KeyKind;
import org.kezheng.security.envelope.KeyName;
import org.kezheng.security.keys.KeyDirectoryException.Fault;
import org.kezheng.security.secret.SecretBytes;

/// The directory of keys, outside the data directory, readable by its owner alone (700, files 600). The file `kek`
/// holds the key-encryption key: 8 bytes magic, the key's version (4), 32 random bytes, SHA-256 of all before it.
///
/// The data directory keeps the fingerprint of the key that it was made with (`kek.fingerprint`), so that a lost or
/// exchanged key is noticed at once, and never answered by making a new one.
public final class KeyDirectory {
    static final String KEK_FILE = "kek";
    static final String FINGERPRINT_FILE = "kek.fingerprint";
    private static final byte[] MAGIC = "KZKEK\0\0\1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM_LENGTH = 32;
    private static final int FILE_LENGTH = MAGIC.length + Integer.BYTES + EnvelopeKey.LENGTH + CHECKSUM_LENGTH;

    private final Path directory;
    private final EnvelopeKey kek;

    private KeyDirectory(Path directory, EnvelopeKey kek) {
        this.directory = directory;
        this.kek = kek;
    }

    /// Opens the key directory that belongs to the data, and makes it first where both are new. Repeating it changes
    /// nothing.
    ///
    /// @throws KeyDirectoryException when a key is missing though data exist, or is damaged, foreign or exposed
    public static KeyDirectory prepare(Path directory, Path dataDirectory) {
        Path keys = directory.toAbsolutePath().normalize();
        Path data = dataDirectory.toAbsolutePath().normalize();
        if (keys.startsWith(data)) {
            throw new KeyDirectoryException(Fault.INSIDE_DATA, "it lies inside the data directory");
        }
        try {
            Path fingerprint = data.resolve(FINGERPRINT_FILE);
            if (Files.exists(fingerprint)) {
                KeyDirectory opened = open(keys);
                opened.requireFingerprint(Files.readString(fingerprint));
                opened.evidenceKeyFiles().prepare(data);
                return opened;
            }
            if (!Files.exists(keys.resolve(KEK_FILE))) {
                create(keys);
            }
            KeyDirectory opened = open(keys);
            PrivateFiles.createDirectory(data);
            PrivateFiles.write(fingerprint, opened.fingerprint().getBytes(StandardCharsets.US_ASCII));
            opened.evidenceKeyFiles().prepare(data);
            return opened;
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, "the file system refuses it", refused);
        }
    }

    /// Opens an existing key directory.
    ///
    /// @throws KeyDirectoryException when the key is missing, damaged or exposed
    public static KeyDirectory open(Path directory) {
        Path file = directory.resolve(KEK_FILE);
        try {
            byte[] content = Files.readAllBytes(file);
            requirePrivate(directory);
            requirePrivate(file);
            return new KeyDirectory(directory, decode(content));
        } catch (NoSuchFileException missing) {
            throw new KeyDirectoryException(Fault.MISSING, "the file kek is missing", missing);
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, "the file kek cannot be read", refused);
        }
    }

    /// Where the service certificates stand.
    public Path tlsDirectory() {
        return directory.resolve("tls");
    }

    /// The file of the public key by which evidence is checked (PEM, SPKI).
    public Path evidenceTrustFile() {
        return evidenceKeyFiles().publicFile();
    }

    /// The pair of keys that signs evidence.
    ///
    /// @throws KeyDirectoryException when it is missing, damaged or exposed
    public KeyPair evidenceKeys() {
        return evidenceKeyFiles().open();
    }

    private EvidenceKeyFiles evidenceKeyFiles() {
        return new EvidenceKeyFiles(directory);
    }

    Path clientsDirectory() {
        return directory.resolve("clients");
    }

    Path secretsDirectory() {
        return directory.resolve("secrets");
    }

    EnvelopeKey kek() {
        return kek;
    }

    /// A key for one purpose of the whole platform.
    SecretBytes derived(String purpose) {
        return Derivation.derive(kek.material(), purpose, EnvelopeKey.LENGTH);
    }

    private String fingerprint() {
        return HexFormat.of().toHexDigits(kek.name().id());
    }

    private void requireFingerprint(String expected) {
        if (!expected.strip().equals(fingerprint())) {
            throw new KeyDirectoryException(Fault.FOREIGN, "the file kek is not the key that the data were made with");
        }
    }

    private static void create(Path directory) throws IOException {
        PrivateFiles.createDirectory(directory);
        byte[] key = new byte[EnvelopeKey.LENGTH];
        new SecureRandom().nextBytes(key);
        byte[] content = ByteBuffer.allocate(FILE_LENGTH - CHECKSUM_LENGTH)
                .put(MAGIC)
                .putInt(1)
                .put(key)
                .array();
        byte[] whole = Arrays.copyOf(content, FILE_LENGTH);
        System.arraycopy(sha256(content), 0, whole, content.length, CHECKSUM_LENGTH);
        PrivateFiles.write(directory.resolve(KEK_FILE), whole);
    }

    private static EnvelopeKey decode(byte[] content) {
        if (content.length != FILE_LENGTH || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new KeyDirectoryException(Fault.DAMAGED, "the file kek is not a key file");
        }
        int covered = FILE_LENGTH - CHECKSUM_LENGTH;
        byte[] checksum = Arrays.copyOfRange(content, covered, FILE_LENGTH);
        if (!MessageDigest.isEqual(checksum, sha256(Arrays.copyOf(content, covered)))) {
            throw new KeyDirectoryException(Fault.DAMAGED, "the checksum of the file kek does not hold");
        }
        ByteBuffer body = ByteBuffer.wrap(content, MAGIC.length, covered - MAGIC.length);
        int version = body.getInt();
        byte[] key = new byte[EnvelopeKey.LENGTH];
        body.get(key);
        SecretBytes material = SecretBytes.of(key);
        long id = ByteBuffer.wrap(
                        Derivation.derive(material, "key-id", Long.BYTES).reveal())
                .getLong();
        return new EnvelopeKey(new KeyName(KeyKind.KEY_ENCRYPTION, id, version), material);
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!PrivateFiles.isPrivate(file)) {
            throw new KeyDirectoryException(Fault.EXPOSED, file.getFileName() + " may be read by others");
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
