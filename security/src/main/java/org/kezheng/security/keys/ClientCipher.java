package org.kezheng.security.keys;

import java.nio.charset.StandardCharsets;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.Envelopes;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.envelope.KeyKind;
import org.kezheng.security.secret.SecretString;

/// Seals and opens values under the clients' data keys, for one purpose. The address says whose key it is.
public final class ClientCipher {
    private final ClientKeys keys;
    private final KeyKind kind;

    ClientCipher(ClientKeys keys, KeyKind kind) {
        this.keys = keys;
        this.kind = kind;
    }

    public Ciphertext seal(FieldAddress address, byte[] content) {
        return Envelopes.seal(keys.currentKey(address.client(), kind), address, content);
    }

    public Ciphertext seal(FieldAddress address, SecretString content) {
        return seal(address, content.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /// Opens a ciphertext at its address.
    ///
    /// @throws org.kezheng.security.envelope.DamagedCiphertextException when it was changed or moved
    public byte[] open(FieldAddress address, Ciphertext ciphertext) {
        return Envelopes.open(keys.key(address.client(), ciphertext.key()), address, ciphertext);
    }

    public SecretString openText(FieldAddress address, Ciphertext ciphertext) {
        return new SecretString(new String(open(address, ciphertext), StandardCharsets.UTF_8));
    }
}
