package org.kezheng.security.keys;

import java.io.IOException;
import java.nio.file.Path;
import org.kezheng.security.envelope.Envelopes;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.tenancy.ClientId;

/// A key directory in which a client's data key is a known one, as test vectors need it.
public final class FixedClientKeys {
    private FixedClientKeys() {}

    public static ClientKeys in(Path directory, ClientId client, byte[] dataKey) throws IOException {
        KeyDirectory keys = KeyDirectory.prepare(directory.resolve("keys"), directory.resolve("data"));
        FieldAddress address = FieldAddress.of(client, "key-directory", "data-key", 1);
        PrivateFiles.createDirectory(keys.clientsDirectory());
        PrivateFiles.write(
                keys.clientsDirectory().resolve(client.value() + ".1.key"),
                Envelopes.seal(keys.kek(), address, dataKey).bytes());
        return new ClientKeys(keys);
    }

    /// Puts a known secret of a sealed file into the key directory that [#in] made.
    public static void secret(Path directory, FileSecrets.Name name, byte[] secret) throws IOException {
        KeyDirectory keys = KeyDirectory.open(directory.resolve("keys"));
        FieldAddress address =
                new FieldAddress(name.client(), "key-directory", "file-secret", name.kind() + "/" + name.id());
        Path file = keys.secretsDirectory()
                .resolve(Integer.toString(name.client().value()))
                .resolve(name.kind())
                .resolve(name.id() + ".secret");
        PrivateFiles.createDirectory(file.resolveSibling(""));
        PrivateFiles.write(file, Envelopes.seal(keys.kek(), address, secret).bytes());
    }
}
