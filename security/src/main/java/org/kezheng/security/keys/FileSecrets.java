package org.kezheng.security.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.EnvelopeKey;
import org.kezheng.security.envelope.Envelopes;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.envelope.KeyName;
import org.kezheng.security.keys.KeyDirectoryException.Fault;
import org.kezheng.security.secret.SecretBytes;
import org.kezheng.security.tenancy.ClientId;

/// The secrets of single sealed files, `secrets/CLIENT/KIND/ID.secret` in the key directory, wrapped by the
/// key-encryption key. A file's key is wrapped under a key that needs the client's data key **and** the file's
/// secret, so that without the secret no copy of the file opens any more, wherever it is. A name has one secret at
/// a time: sealing under it once more uses the same.
public final class FileSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COLUMN = "file-secret";

    private final KeyDirectory directory;
    private final ClientKeys keys;

    FileSecrets(KeyDirectory directory, ClientKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /// Whose secret it is.
    ///
    /// @param kind what the file holds; neither it nor the id begins with a dot
    public record Name(ClientId client, String kind, String id) {
        public Name {
            if (!kind.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*") || !id.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException("Kind and id have letters, digits, dots, hyphens and underscores");
            }
        }
    }

    /// The key to seal with. The secret is made, durably, where there is none.
    public EnvelopeKey keyToSeal(Name name) {
        if (!exists(name)) {
            create(name);
        }
        return keys.withSecret(name.client(), 0, read(name).orElseThrow(() -> missing(name)));
    }

    /// The key to open with; empty when the secret is not there, destroyed or lost.
    ///
    /// @param key the key that the file names
    /// @throws DamagedCiphertextException when that is another client's
    public Optional<EnvelopeKey> keyToOpen(Name name, KeyName key) {
        if (key.id() != name.client().value()) {
            throw new DamagedCiphertextException("it names another client's key");
        }
        return read(name).map(secret -> keys.withSecret(name.client(), key.version(), secret));
    }

    /// Whether the secret is there.
    public boolean exists(Name name) {
        return Files.exists(file(name));
    }

    /// Destroys the secret: overwritten, then removed, on the disk when the call returns. Repeating it changes nothing.
    public void destroy(Name name) {
        Path file = file(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size()), 0);
            channel.force(true);
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, text(name) + " cannot be overwritten", refused);
        }
        try {
            Files.deleteIfExists(file);
            try (FileChannel parent = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
                parent.force(true);
            }
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, text(name) + " cannot be removed", refused);
        }
    }

    private void create(Name name) {
        byte[] secret = new byte[EnvelopeKey.LENGTH];
        RANDOM.nextBytes(secret);
        try {
            PrivateFiles.createDirectory(file(name).resolveSibling(""));
            PrivateFiles.write(
                    file(name),
                    Envelopes.seal(directory.kek(), address(name), secret).bytes());
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, text(name) + " cannot be written", refused);
        }
    }

    private Optional<SecretBytes> read(Name name) {
        try {
            byte[] stored = Files.readAllBytes(file(name));
            return Optional.of(SecretBytes.of(Envelopes.open(directory.kek(), address(name), Ciphertext.of(stored))));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new KeyDirectoryException(Fault.UNUSABLE, text(name) + " cannot be read", refused);
        } catch (DamagedCiphertextException damaged) {
            throw new KeyDirectoryException(Fault.DAMAGED, text(name) + " is damaged", damaged);
        }
    }

    private Path file(Name name) {
        return directory
                .secretsDirectory()
                .resolve(Integer.toString(name.client().value()))
                .resolve(name.kind())
                .resolve(name.id() + ".secret");
    }

    private static FieldAddress address(Name name) {
        return new FieldAddress(name.client(), "key-directory", COLUMN, name.kind() + "/" + name.id());
    }

    private static KeyDirectoryException missing(Name name) {
        return new KeyDirectoryException(Fault.MISSING, text(name) + " is missing");
    }

    private static String text(Name name) {
        return "the secret of " + name.kind() + " " + name.id();
    }
}
