package org.kezheng.security.index;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.tenancy.ClientId;

/// Computes blind indexes: HMAC-SHA256 under a key of the client alone, truncated to 24 bits. The index is rebuilt from
/// the ciphertexts when needed and is worth nothing without the key.
public final class BlindIndexes {
    private final ClientKeys keys;

    public BlindIndexes(ClientKeys keys) {
        this.keys = keys;
    }

    /// The index under which the client's rows of this number are found.
    public BlindIndex of(ClientId client, NormalisedNumber number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", "SunJCE");
            mac.init(new SecretKeySpec(keys.blindIndexKey(client).reveal(), "HmacSHA256"));
            byte[] hash = mac.doFinal(number.reveal().getBytes(StandardCharsets.UTF_8));
            return new BlindIndex((hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | (hash[2] & 0xff));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        }
    }
}
