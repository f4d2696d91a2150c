package org.kezheng.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.kezheng.security.secret.SecretBytes;

/// Derives keys for single purposes from one root key: HKDF-SHA256 (RFC 5869) with an empty salt and the purpose as
/// info. A key for one purpose says nothing of the root or of another purpose.
final class Derivation {
    private static final String INFO_PREFIX = "kezheng/v1/";

    private Derivation() {}

    static SecretBytes derive(SecretBytes root, String purpose, int length) {
        byte[] info = (INFO_PREFIX + purpose).getBytes(StandardCharsets.UTF_8);
        return SecretBytes.of(hkdf(root.reveal(), new byte[0], info, length));
    }

    /// Needs two secrets, the root and another one, which enters as salt.
    static SecretBytes derive(SecretBytes root, SecretBytes other, String purpose, int length) {
        byte[] info = (INFO_PREFIX + purpose).getBytes(StandardCharsets.UTF_8);
        return SecretBytes.of(hkdf(root.reveal(), other.reveal(), info, length));
    }

    static byte[] hkdf(byte[] root, byte[] salt, byte[] info, int length) {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(root);
        if (salt.length > 0) {
            extract.addSalt(salt);
        }
        try {
            return KDF.getInstance("HKDF-SHA256", "SunJCE").deriveData(extract.thenExpand(info, length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK", impossible);
        }
    }
}
