package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The Ed25519 public key of the platform that signs, given from outside.
public final class TrustKey {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final byte[] SPKI_OF_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SIGNATURE_BYTES = 64;

    private final byte[] raw;
    private final PublicKey key;

    private TrustKey(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
    }

    /// Reads a PEM file with one SubjectPublicKeyInfo of Ed25519.
    ///
    /// @throws UnreadableException when there is none
    public static TrustKey read(Path file) throws UnreadableException {
        String text = new String(Verification.read(file), StandardCharsets.US_ASCII).strip();
        try {
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw new IllegalArgumentException("no PEM");
            }
            String body = text.substring(BEGIN.length(), text.length() - END.length());
            byte[] spki = Base64.getDecoder().decode(body.replaceAll("\\s", ""));
            int head = SPKI_OF_ED25519.length;
            if (spki.length != head + 32 || !Arrays.equals(SPKI_OF_ED25519, Arrays.copyOf(spki, head))) {
                throw new IllegalArgumentException("not Ed25519");
            }
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
            return new TrustKey(Arrays.copyOfRange(spki, head, spki.length), key);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new UnreadableException("不是 Ed25519 公钥（PEM）：" + file, "Not a public key of Ed25519 in PEM: " + file);
        }
    }

    /// The first 16 hexadecimal digits of SHA-256 of the 32 bytes of the key: what packs and checkpoints call it.
    public String id() {
        return Hashes.hex(Hashes.sha256(raw)).substring(0, 16);
    }

    /// The key's name in a signed note: the first four bytes of SHA-256(origin ‖ 0x0A ‖ 0x01 ‖ key).
    byte[] noteHash(String origin) {
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hashes.sha256(name, new byte[] {'\n', 1}, raw), 4);
    }

    boolean signed(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 knows Ed25519", e);
        }
    }
}
