package org.kezheng.security.sealed;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.secret.SecretBytes;

/// Seals and opens the chunks of one file under the file's own key. Since no other file has this key, the chunk's
/// number is nonce enough.
final class ChunkCipher {
    private static final int NONCE_LENGTH = 12;

    private final SecretBytes key;
    private final byte[] headerHash;

    ChunkCipher(SecretBytes key, Header header) {
        this.key = key;
        this.headerHash = header.hash();
    }

    byte[] seal(long chunk, boolean isLast, byte[] clear, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, chunk, isLast).doFinal(clear, 0, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is part of every JDK", impossible);
        }
    }

    byte[] open(long chunk, boolean isLast, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, chunk, isLast).doFinal(sealed);
        } catch (AEADBadTagException forged) {
            throw new DamagedCiphertextException("chunk " + chunk + " of a sealed file");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is part of every JDK", impossible);
        }
    }

    private Cipher cipher(int mode, long chunk, boolean isLast) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_LENGTH).putInt(0).putLong(chunk).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        cipher.init(mode, new SecretKeySpec(key.reveal(), "AES"), new GCMParameterSpec(Layout.TAG * Byte.SIZE, nonce));
        cipher.updateAAD(headerHash);
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(chunk)
                .put((byte) (isLast ? 1 : 0))
                .flip());
        return cipher;
    }
}
