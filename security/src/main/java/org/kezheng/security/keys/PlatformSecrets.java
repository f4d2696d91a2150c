package org.kezheng.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kezheng.security.secret.SecretBytes;
import org.kezheng.security.secret.SecretString;

/// Secrets that are computed from the key-encryption key whenever they are needed, and stored nowhere.
public final class PlatformSecrets {
    private final SecretBytes softphoneKey;
    private final SecretBytes tokenKey;

    public PlatformSecrets(KeyDirectory directory) {
        this.softphoneKey = directory.derived("softphone-password");
        this.tokenKey = directory.derived("token-hash");
    }

    /// The SIP password of a softphone line; the same again after a restart.
    ///
    /// @param line what the line belongs to, such as the id of a session
    public SecretString softphonePassword(String line) {
        return new SecretString(Base64.getUrlEncoder().withoutPadding().encodeToString(mac(softphoneKey, line)));
    }

    /// The form in which a token of 256 random bits is stored: useless to whoever reads it, quick to compare.
    public byte[] tokenHash(SecretString token) {
        return mac(tokenKey, token.reveal());
    }

    private static byte[] mac(SecretBytes key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", "SunJCE");
            mac.init(new SecretKeySpec(key.reveal(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        }
    }
}
