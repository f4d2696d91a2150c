package org.kezheng.security.envelope;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kezheng.security.secret.SecretBytes;

/// AES-256-GCM of the JDK, which uses the processor's own instructions; the tag stands behind the ciphertext.
final class AesGcm {
    private static final int TAG_BITS = Ciphertext.TAG_LENGTH * Byte.SIZE;

    private AesGcm() {}

    static byte[] seal(SecretBytes key, byte[] nonce, byte[] associated, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is part of every JDK", impossible);
        }
    }

    static byte[] open(SecretBytes key, byte[] nonce, byte[] associated, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(sealed);
        } catch (AEADBadTagException forged) {
            throw new DamagedCiphertextException("its tag does not hold");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is part of every JDK", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretBytes key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(mode, new SecretKeySpec(key.reveal(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
