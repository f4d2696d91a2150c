package org.kezheng.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class EvidenceSignerTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MESSAGE = "size and root".getBytes(StandardCharsets.UTF_8);

    @Test
    void anyoneVerifiesTheSignatureWithTheJdkAlone() throws GeneralSecurityException {
        EvidenceSigner signer = new EvidenceSigner(newKeys());
        byte[] signed = signer.sign("kezheng-pack/1", MESSAGE);

        assertThat(signed).hasSize(64);
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(signer.publicKey());
        jdk.update("kezheng-pack/1\nsize and root".getBytes(StandardCharsets.UTF_8));
        assertThat(jdk.verify(signed)).isTrue();
        assertThat(signer.hasSigned("kezheng-pack/1", MESSAGE, signed)).isTrue();
    }

    /// RFC 8032, 7.1, test 1: the secret key, the public key that follows from it.
    @Test
    void theKeysIdIsTheBeginningOfTheHashOfItsThirtyTwoBytes() throws GeneralSecurityException {
        byte[] secret = HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] open = HEX.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        EvidenceSigner signer = new EvidenceSigner(new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(join(HEX.parseHex("302a300506032b6570032100"), open))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(join(HEX.parseHex("302e020100300506032b657004220420"), secret)))));

        assertThat(signer.rawPublicKey()).isEqualTo(open);
        assertThat(signer.keyId())
                .isEqualTo(HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(open))
                        .substring(0, 16));
    }

    @Test
    void whatWasSignedAsOneThingNeverPassesForAnother() throws GeneralSecurityException {
        EvidenceSigner signer = new EvidenceSigner(newKeys());
        byte[] signed = signer.sign("kezheng-pack/1", MESSAGE);

        assertThat(signer.hasSigned("kezheng-ledger/1", MESSAGE, signed)).isFalse();
        assertThat(signer.hasSigned("kezheng-pack/1", "other".getBytes(StandardCharsets.UTF_8), signed))
                .isFalse();
        assertThat(signer.hasSigned("kezheng-pack/1", MESSAGE, new byte[64])).isFalse();
        assertThat(signer.hasSigned("kezheng-pack/1", MESSAGE, new byte[3])).isFalse();
        assertThat(new EvidenceSigner(newKeys()).hasSigned("kezheng-pack/1", MESSAGE, signed))
                .isFalse();
        assertThatThrownBy(() -> signer.sign("kezheng\npack", MESSAGE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = new byte[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
