package org.kezheng.security.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.EnvelopeKey;
import org.kezheng.security.envelope.Envelopes;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.envelope.KeyKind;
import org.kezheng.security.envelope.KeyName;
import org.kezheng.security.keys.KeyDirectoryException.Fault;
import org.kezheng.security.secret.SecretBytes;
import org.kezheng.security.tenancy.ClientId;

/// The data keys of the clients. Each rests in the key directory (`clients/ID.VERSION.key`), wrapped by the
/// key-encryption key, and is opened once; the database is not needed. From a data key one key per purpose is derived.
/// A key that is missing is never made anew behind the caller's back: only [#create] makes one.
public final class ClientKeys {
    private static final int FIRST_VERSION = 1;

    private final KeyDirectory directory;
    private final ConcurrentMap<DataKey, SecretBytes> opened = new ConcurrentHashMap<>();

    public ClientKeys(KeyDirectory directory) {
        this.directory = directory;
    }

    /// Makes the data key of a new client; a key that is there stays.
    public void create(ClientId client) {
        if (exists(client)) {
            return;
        }
        byte[] material = new byte[EnvelopeKey.LENGTH];
        new SecureRandom().nextBytes(material);
        DataKey key = new DataKey(client, FIRST_VERSION);
        try {
            PrivateFiles.createDirectory(directory.clientsDirectory());
            PrivateFiles.write(
                    file(key),
                    Envelopes.seal(directory.kek(), address(key), material).bytes());
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, name(key) + " cannot be written", refused);
        }
    }

    /// Whether the client has a data key.
    public boolean exists(ClientId client) {
        return Files.exists(file(new DataKey(client, FIRST_VERSION)));
    }

    /// Seals and opens fields of the clients that belong to no customer.
    public ClientCipher fields() {
        return new ClientCipher(this, KeyKind.CLIENT_FIELD);
    }

    /// Seals and opens entries of the confidential log.
    public ClientCipher confidentialLog() {
        return new ClientCipher(this, KeyKind.CLIENT_LOG);
    }

    /// Wraps and unwraps the keys of the clients' customers.
    public ClientCipher wrapping() {
        return new ClientCipher(this, KeyKind.CLIENT_WRAPPING);
    }

    /// Wraps and unwraps the keys of the clients' sealed files of format 1.
    public ClientCipher files() {
        return new ClientCipher(this, KeyKind.CLIENT_FILE);
    }

    /// The secrets of single sealed files, and the keys made with them.
    public FileSecrets fileSecrets() {
        return new FileSecrets(directory, this);
    }

    /// The key of hashes of what the client's files held. Without it, such a hash says nothing of the content.
    public SecretBytes contentHashKey(ClientId client) {
        return Derivation.derive(dataKey(new DataKey(client, FIRST_VERSION)), "content-hash", EnvelopeKey.LENGTH);
    }

    /// The key that the client's data key of that version and a file's secret give.
    ///
    /// @param version of the data key; 0: the present one
    EnvelopeKey withSecret(ClientId client, int version, SecretBytes secret) {
        DataKey key = new DataKey(client, version == 0 ? FIRST_VERSION : version);
        SecretBytes material = Derivation.derive(dataKey(key), secret, "file-with-secret", EnvelopeKey.LENGTH);
        return new EnvelopeKey(
                new KeyName(KeyKind.FILE_WITH_SECRET, key.client().value(), key.version()), material);
    }

    /// The key of the client's blind indexes. It stays the same over rotations of the data key.
    public SecretBytes blindIndexKey(ClientId client) {
        return Derivation.derive(dataKey(new DataKey(client, FIRST_VERSION)), "blind-index", EnvelopeKey.LENGTH);
    }

    EnvelopeKey currentKey(ClientId client, KeyKind kind) {
        return derived(new DataKey(client, FIRST_VERSION), kind);
    }

    EnvelopeKey key(ClientId client, KeyName name) {
        if (name.id() != client.value()) {
            throw new DamagedCiphertextException("it names another client's key");
        }
        return derived(new DataKey(client, name.version()), name.kind());
    }

    private EnvelopeKey derived(DataKey key, KeyKind kind) {
        String purpose = switch (kind) {
            case CLIENT_FIELD -> "field";
            case CLIENT_LOG -> "confidential-log";
            case CLIENT_WRAPPING -> "key-wrapping";
            case CLIENT_FILE -> "recording";
            case KEY_ENCRYPTION, CUSTOMER, FILE_WITH_SECRET ->
                throw new DamagedCiphertextException("it names no client's key");
        };
        SecretBytes material = Derivation.derive(dataKey(key), purpose, EnvelopeKey.LENGTH);
        return new EnvelopeKey(new KeyName(kind, key.client().value(), key.version()), material);
    }

    private SecretBytes dataKey(DataKey key) {
        return opened.computeIfAbsent(key, this::read);
    }

    private SecretBytes read(DataKey key) {
        try {
            Path file = file(key);
            byte[] stored = Files.readAllBytes(file);
            if (!PrivateFiles.isPrivate(file)) {
                throw new KeyDirectoryException(Fault.EXPOSED, name(key) + " may be read by others");
            }
            return SecretBytes.of(Envelopes.open(directory.kek(), address(key), Ciphertext.of(stored)));
        } catch (NoSuchFileException missing) {
            throw new KeyDirectoryException(Fault.MISSING, name(key) + " is missing", missing);
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, name(key) + " cannot be read", refused);
        } catch (DamagedCiphertextException damaged) {
            throw new KeyDirectoryException(Fault.DAMAGED, name(key) + " is damaged", damaged);
        }
    }

    private Path file(DataKey key) {
        return directory.clientsDirectory().resolve(key.client().value() + "." + key.version() + ".key");
    }

    private static String name(DataKey key) {
        return "the data key of client " + key.client().value();
    }

    private static FieldAddress address(DataKey key) {
        return FieldAddress.of(key.client(), "key-directory", "data-key", key.version());
    }

    private record DataKey(ClientId client, int version) {}
}
