package org.kezheng.security.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.fixture.SpecifiedVector;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.FixedClientKeys;
import org.kezheng.security.secret.SecretBytes;
import org.kezheng.security.tenancy.ClientId;

/// What `docs/formats/sealed-file.md` quotes is what is written and read.
final class SealedFileVectorTest {
    private static final ClientId CLIENT = new ClientId(1);
    private static final SealedName NAME = new SealedName(CLIENT, "recording", "17");
    private static final int LONG = Header.CHUNK + 5;

    @TempDir
    private Path directory;

    private SpecifiedVector vector;
    private ClientKeys keys;
    private Header header;
    private ChunkCipher cipher;

    @BeforeEach
    void read() throws IOException {
        vector = SpecifiedVector.in("sealed-file.md");
        keys = FixedClientKeys.in(directory, CLIENT, vector.bytes("datakey"));
        header = new Header(Ciphertext.of(vector.bytes("envelope")));
        cipher = new ChunkCipher(SecretBytes.of(vector.bytes("filekey")), header);
    }

    @Test
    void theKeyIsWrappedAsTheSpecificationSays() {
        assertThat(keys.files().open(NAME.keyAddress(), header.wrappedKey())).isEqualTo(vector.bytes("filekey"));
        assertThat(header.bytes()).isEqualTo(vector.bytes("header"));
        assertThat(header.hash()).isEqualTo(vector.bytes("headerhash"));
    }

    /// With nothing but the JDK, as a second reader would.
    @Test
    void theWrappedKeyOpensWithTheQuotedKeyNonceAndAssociatedData() throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(vector.bytes("wrapping"), "AES"),
                new GCMParameterSpec(128, vector.bytes("nonce")));
        aes.updateAAD(vector.bytes("associated"));
        byte[] envelope = vector.bytes("envelope");

        assertThat(aes.doFinal(envelope, 29, envelope.length - 29)).isEqualTo(vector.bytes("filekey"));
        assertThat(Arrays.copyOfRange(envelope, 17, 29)).isEqualTo(vector.bytes("nonce"));
    }

    @Test
    void chunksAreSealedAsTheSpecificationSays() throws NoSuchAlgorithmException, IOException {
        byte[] content = vector.bytes("content");
        byte[] chunk = cipher.seal(0, true, content, content.length);
        assertThat(chunk).isEqualTo(vector.bytes("chunk"));
        assertThat(join(header.bytes(), chunk)).isEqualTo(vector.bytes("file"));
        assertThat(cipher.seal(0, true, new byte[0], 0)).isEqualTo(vector.bytes("emptychunk"));
        assertThat(vector.bytes("aad0"))
                .isEqualTo(ByteBuffer.allocate(41)
                        .put(header.hash())
                        .putLong(0)
                        .put((byte) 1)
                        .array());

        byte[] whole = longFile();
        assertThat(whole).hasSize(Integer.parseInt(vector.text("longbytes")));
        assertThat(Arrays.copyOfRange(whole, whole.length - 21, whole.length)).isEqualTo(vector.bytes("longlast"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)))
                .isEqualTo(vector.text("longhash"));
    }

    @Test
    void aFileOfTheSpecificationIsRead() throws IOException {
        assertThat(readAll(vector.bytes("file"))).isEqualTo(vector.bytes("content"));
        assertThat(readAll(longFile())).isEqualTo(longContent());
    }

    /// With nothing but the JDK, as a second reader would.
    @Test
    void theKeyOfAFileWithASecretOpensWithTheQuotedKeyAndNotWithoutTheSecret() throws GeneralSecurityException {
        byte[] envelope = vector.bytes("envelope2");
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(vector.bytes("wrapping2"), "AES"),
                new GCMParameterSpec(128, vector.bytes("nonce")));
        aes.updateAAD(vector.bytes("associated2"));
        assertThat(aes.doFinal(envelope, 29, envelope.length - 29)).isEqualTo(vector.bytes("filekey"));
        assertThatThrownBy(() -> readAll(vector.bytes("file2"))).isInstanceOf(SealedFileDestroyedException.class);
    }

    @Test
    void aFileWithASecretIsWrittenAndReadAsTheSpecificationSays() throws IOException, NoSuchAlgorithmException {
        FixedClientKeys.secret(directory, NAME.secretName(), vector.bytes("secret"));
        Header second = new Header(Ciphertext.of(vector.bytes("envelope2")));
        ChunkCipher own = new ChunkCipher(SecretBytes.of(vector.bytes("filekey")), second);
        byte[] content = vector.bytes("content");
        assertThat(second.bytes()).isEqualTo(vector.bytes("header2"));
        assertThat(second.hash()).isEqualTo(vector.bytes("headerhash2"));
        assertThat(own.seal(0, true, content, content.length)).isEqualTo(vector.bytes("chunk2"));
        assertThat(readAll(vector.bytes("file2"))).isEqualTo(content);
        Path file = directory.resolve("17.kzr");
        assertThat(new SealedFiles(keys).contentHash(file, NAME)).isEqualTo(vector.bytes("contenthash"));

        byte[] whole = longFile(second, own);
        assertThat(Arrays.copyOfRange(whole, whole.length - 21, whole.length)).isEqualTo(vector.bytes("longlast2"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)))
                .isEqualTo(vector.text("longhash2"));
        assertThat(readAll(whole)).isEqualTo(longContent());
    }

    private byte[] readAll(byte[] sealed) throws IOException {
        Path file = Files.write(directory.resolve("17.kzr"), sealed);
        assertThat(SealedFiles.looksSealed(file)).isTrue();
        try (SealedFile open = new SealedFiles(keys).open(file, NAME)) {
            byte[] content = new byte[(int) open.size()];
            assertThat(open.read(0, content, 0, content.length)).isEqualTo(content.length);
            return content;
        }
    }

    private byte[] longFile() throws IOException {
        return longFile(header, cipher);
    }

    private static byte[] longFile(Header header, ChunkCipher cipher) throws IOException {
        byte[] content = longContent();
        byte[] rest = Arrays.copyOfRange(content, Header.CHUNK, content.length);
        return join(
                header.bytes(), cipher.seal(0, false, content, Header.CHUNK), cipher.seal(1, true, rest, rest.length));
    }

    private static byte[] longContent() {
        byte[] content = new byte[LONG];
        for (int position = 0; position < LONG; position++) {
            content[position] = (byte) (position % 251);
        }
        return content;
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.write(part);
        }
        return joined.toByteArray();
    }
}
