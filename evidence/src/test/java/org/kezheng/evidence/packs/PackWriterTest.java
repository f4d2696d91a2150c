package org.kezheng.evidence.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kezheng.security.signing.EvidenceSigner;

/// The example of the specification, written by the other side.
class PackWriterTest {
    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String PUBLIC = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";

    @Test
    void sameContentsGiveTheBytesOfTheSpecification() throws Exception {
        byte[] example = example();
        PackWriter.Head head = new PackWriter.Head("1", "7", Instant.parse("2027-01-15T08:06:00Z"), "kezheng vector");
        assertThat(PackWriter.sealCase(head, filesOf(example), signer())).isEqualTo(example);
    }

    @Test
    void otherFilesAreNoCase() throws Exception {
        PackWriter.Head head = new PackWriter.Head("1", "7", Instant.EPOCH, "kezheng");
        List<PackFile> files = List.of(PackFile.of("case.pdf", ""));
        EvidenceSigner signer = signer();
        assertThatThrownBy(() -> PackWriter.sealCase(head, files, signer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThatLeaveTheirPlaceAreRefused() {
        assertThatThrownBy(() -> PackFile.of("../case.pdf", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PackWriter.Head("\"", "7", Instant.EPOCH, "kezheng"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] example() throws IOException {
        String specification = Files.readString(Path.of("..", "docs", "formats", "pack.md"));
        String quoted = specification.replaceAll("(?s).*```base64\n(.*?)```.*", "$1");
        return Base64.getMimeDecoder().decode(quoted.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<PackFile> filesOf(byte[] pack) throws IOException {
        List<PackFile> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(new PackFile(entry.getName(), zip.readAllBytes()));
            }
        }
        return files.subList(2, files.size());
    }

    private static EvidenceSigner signer() throws Exception {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED);
        byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + PUBLIC);
        return new EvidenceSigner(new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(spki)),
                keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));
    }
}
