package org.kezheng.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// Signs as the platform does, with one of two keys whose seeds stand in the specification: bytes 0 to 31, and for the
/// stranger bytes 1 to 32.
enum Signer {
    PLATFORM(
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"),
    STRANGER(
            "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
            "79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664");

    private final String seed;
    private final String publicKey;

    Signer(String seed, String publicKey) {
        this.seed = seed;
        this.publicKey = publicKey;
    }

    String pem() {
        byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + publicKey);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(spki)
                + "\n-----END PUBLIC KEY-----\n";
    }

    String id() {
        return Hashes.hex(Hashes.sha256(HexFormat.of().parseHex(publicKey))).substring(0, 16);
    }

    byte[] sign(byte[] message) {
        try {
            byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// A checkpoint as a signed note.
    String note(long size, byte[] root) {
        String origin = "kezheng/" + id();
        String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        byte[] raw = HexFormat.of().parseHex(publicKey);
        byte[] hash = Hashes.sha256((origin + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {1}, raw);
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] both = new byte[4 + signature.length];
        System.arraycopy(hash, 0, both, 0, 4);
        System.arraycopy(signature, 0, both, 4, signature.length);
        return text + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }
}
