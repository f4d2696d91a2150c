package org.kezheng.security.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kezheng.security.secret.SecretBytes;
import org.kezheng.security.tenancy.ClientId;

final class EnvelopesTest {
    private static final EnvelopeKey KEY = key(new KeyName(KeyKind.CUSTOMER, 1001, 1), 0);
    private static final FieldAddress ADDRESS = new FieldAddress(new ClientId(1), "customer", "number_cipher", "1001");
    private static final byte[] CONTENT = "+8613800138000".getBytes(StandardCharsets.UTF_8);

    @Test
    void publishedVectorOfAesGcmHolds() {
        // McGrew and Viega, The Galois/Counter Mode of Operation, test case 16
        byte[] key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] content = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] associated = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");
        byte[] nonce = hex("cafebabefacedbaddecaf888");
        assertThat(AesGcm.seal(SecretBytes.of(key), nonce, associated, content)).isEqualTo(sealed);
        assertThat(AesGcm.open(SecretBytes.of(key), nonce, associated, sealed)).isEqualTo(content);
    }

    @Test
    void vectorOfTheSpecificationHolds() throws IOException {
        Map<String, String> vector = specifiedVector();
        Ciphertext sealed = Envelopes.seal(KEY, ADDRESS, CONTENT, hex(vector.getOrDefault("nonce", "")));
        byte[] header = Ciphertext.header(Suite.AES_256_GCM, KEY.name());
        assertThat(Map.of(
                        "key", HexFormat.of().formatHex(KEY.material().reveal()),
                        "nonce", HexFormat.of().formatHex(sealed.nonce()),
                        "content", HexFormat.of().formatHex(CONTENT),
                        "associated", HexFormat.of().formatHex(Envelopes.associated(header, ADDRESS)),
                        "envelope", HexFormat.of().formatHex(sealed.bytes())))
                .isEqualTo(vector);
    }

    @Test
    void sealedOpensAtItsAddress() {
        Ciphertext sealed = Envelopes.seal(KEY, ADDRESS, CONTENT);
        Ciphertext stored = Ciphertext.of(sealed.bytes());
        assertThat(stored).isEqualTo(sealed).hasSameHashCodeAs(sealed);
        assertThat(Envelopes.open(KEY, ADDRESS, stored)).isEqualTo(CONTENT);
        assertThat(Envelopes.open(KEY, ADDRESS, Envelopes.seal(KEY, ADDRESS, new byte[0])))
                .isEmpty();
    }

    @Test
    void sameContentNeverLooksTheSame() {
        assertThat(Envelopes.seal(KEY, ADDRESS, CONTENT)).isNotEqualTo(Envelopes.seal(KEY, ADDRESS, CONTENT));
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] bytes = Envelopes.seal(KEY, ADDRESS, CONTENT).bytes();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> Envelopes.open(KEY, ADDRESS, Ciphertext.of(changed)))
                    .as("bit %s", bit)
                    .isInstanceOf(DamagedCiphertextException.class);
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] bytes = Envelopes.seal(KEY, ADDRESS, CONTENT).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Envelopes.open(KEY, ADDRESS, Ciphertext.of(cut)))
                    .as("length %s", length)
                    .isInstanceOf(DamagedCiphertextException.class);
        }
    }

    @Test
    void movedCiphertextDoesNotOpen() {
        Ciphertext sealed = Envelopes.seal(KEY, ADDRESS, CONTENT);
        List<FieldAddress> elsewhere = List.of(
                new FieldAddress(new ClientId(2), "customer", "number_cipher", "1001"),
                new FieldAddress(new ClientId(1), "call_party", "number_cipher", "1001"),
                new FieldAddress(new ClientId(1), "customer", "name_cipher", "1001"),
                new FieldAddress(new ClientId(1), "customer", "number_cipher", "1002"),
                new FieldAddress(new ClientId(1), "customern", "umber_cipher", "1001"));
        for (FieldAddress address : elsewhere) {
            assertThatThrownBy(() -> Envelopes.open(KEY, address, sealed))
                    .as(address.toString())
                    .isInstanceOf(DamagedCiphertextException.class);
        }
    }

    @Test
    void otherKeyDoesNotOpen() {
        Ciphertext sealed = Envelopes.seal(KEY, ADDRESS, CONTENT);
        assertThatThrownBy(() -> Envelopes.open(key(KEY.name(), 1), ADDRESS, sealed))
                .isInstanceOf(DamagedCiphertextException.class);
        assertThatThrownBy(() -> Envelopes.open(key(new KeyName(KeyKind.CLIENT_FIELD, 1001, 1), 0), ADDRESS, sealed))
                .isInstanceOf(DamagedCiphertextException.class);
    }

    @Test
    void nothingOfKeyOrContentIsPrinted() {
        String hexOfKey = HexFormat.of().formatHex(KEY.material().reveal());
        assertThat(KEY.toString()).contains("[REDACTED]").doesNotContain(hexOfKey);
        assertThat(Envelopes.seal(KEY, ADDRESS, CONTENT).toString()).doesNotContain("138");
    }

    private static EnvelopeKey key(KeyName name, int first) {
        byte[] material = new byte[EnvelopeKey.LENGTH];
        for (int index = 0; index < material.length; index++) {
            material[index] = (byte) (first + index);
        }
        return new EnvelopeKey(name, SecretBytes.of(material));
    }

    /// The lines `name = hex` of the specification.
    private static Map<String, String> specifiedVector() throws IOException {
        return Files.readAllLines(Path.of("../docs/formats/envelope.md")).stream()
                .filter(line -> line.matches("[a-z]+ += [0-9a-f]+"))
                .map(line -> line.split(" += ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
