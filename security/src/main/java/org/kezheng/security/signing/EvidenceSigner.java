package org.kezheng.security.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Signs evidence with Ed25519 (RFC 8032). Each signature names its context, so that what was signed as one thing never
/// passes for another.
public final class EvidenceSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_KEY_LENGTH = 32;
    private static final Pattern CONTEXT = Pattern.compile("[a-z0-9][a-z0-9./-]{0,63}");

    private final KeyPair keys;
    private final byte[] rawPublicKey;

    public EvidenceSigner(KeyPair keys) {
        this.keys = keys;
        byte[] spki = keys.getPublic().getEncoded();
        this.rawPublicKey = Arrays.copyOfRange(spki, spki.length - RAW_KEY_LENGTH, spki.length);
    }

    /// Signs the context, a line feed, and the message.
    ///
    /// @param context what the message is, such as `kezheng-pack/1`
    /// @return 64 bytes
    public byte[] sign(String context, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            update(signature, context, message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is part of every JDK", impossible);
        }
    }

    /// Whether this installation's key signed the message in this context.
    public boolean hasSigned(String context, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(keys.getPublic());
            update(signature, context, message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /// The first 16 hexadecimal digits of SHA-256 of the public key's 32 bytes.
    public String keyId() {
        return HexFormat.of().formatHex(sha256(rawPublicKey), 0, Long.BYTES);
    }

    public PublicKey publicKey() {
        return keys.getPublic();
    }

    /// The public key's 32 bytes (RFC 8032).
    public byte[] rawPublicKey() {
        return rawPublicKey.clone();
    }

    private static void update(Signature signature, String context, byte[] message) throws GeneralSecurityException {
        if (!CONTEXT.matcher(context).matches()) {
            throw new IllegalArgumentException("This is no context of a signature");
        }
        signature.update(context.getBytes(StandardCharsets.US_ASCII));
        signature.update((byte) '\n');
        signature.update(message);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
