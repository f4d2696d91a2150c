package org.kezheng.security.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.fixture.SpecifiedVector;
import org.kezheng.security.signing.EvidenceSigner;
import org.kezheng.security.tenancy.ClientId;

/// What `docs/formats/ledger.md` quotes is what is written.
final class LedgerVectorTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<SequencedEntry> ENTRIES = List.of(
            new SequencedEntry(
                    0,
                    Instant.parse("2026-11-24T01:00:00Z"),
                    LedgerEntry.of(
                            "journal.sealed",
                            Actor.platform(),
                            Subject.ofOperator("journal", "0"),
                            Map.of(
                                    "position",
                                    "4",
                                    "chain",
                                    "0b882b989a559d1f5c44e90481715af85ab97b19d7487c0f26d2e715640d939c"))),
            new SequencedEntry(
                    1,
                    Instant.parse("2026-11-24T01:02:03.456789Z"),
                    LedgerEntry.of(
                            "call.viewed",
                            new Actor("auditor1", "auditor", "127.0.0.1"),
                            Subject.of("call", 7, SecurityUnderTest.FIRST))),
            new SequencedEntry(
                    2,
                    Instant.parse("2026-11-24T01:02:04.000005Z"),
                    LedgerEntry.of(
                            "customer.disclosed",
                            new Actor("agent1", "agent", "::1"),
                            Subject.of("customer", 1001, SecurityUnderTest.FIRST),
                            Map.of("note", "a \"quoted\" \\ word", "fields", "name,number", "disclosure", "3"))));

    private final MerkleTree tree = new MerkleTree((from, to) -> ENTRIES.subList((int) from, (int) to).stream()
            .map(SequencedEntry::leafHash)
            .toList());

    private SpecifiedVector vector;
    private EvidenceSigner signer;

    @BeforeEach
    void read() throws IOException, GeneralSecurityException {
        vector = SpecifiedVector.in("ledger.md");
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        byte[] spki = HEX.parseHex("302a300506032b6570032100" + vector.text("public"));
        byte[] pkcs8 = HEX.parseHex("302e020100300506032b657004220420" + vector.text("seed"));
        signer = new EvidenceSigner(new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(spki)),
                factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));
    }

    @Test
    void leavesRootsAndProofsAreThoseOfTheSpecification() {
        for (int index = 0; index < ENTRIES.size(); index++) {
            assertThat(HEX.formatHex(ENTRIES.get(index).leafHash())).isEqualTo(vector.text("leaf" + index));
        }
        for (int size = 0; size <= ENTRIES.size(); size++) {
            assertThat(HEX.formatHex(tree.root(size))).isEqualTo(vector.text("root" + size));
        }
        assertThat(hex(tree.inclusion(1, 3))).isEqualTo(vector.text("inclusion1of3"));
        assertThat(hex(tree.consistency(2, 3))).isEqualTo(vector.text("consistency2to3"));
    }

    @Test
    void checkpointsAreThoseOfTheSpecification() throws IOException {
        Checkpoint head = new SignedNote(signer).sign(3, tree.root(3));

        assertThat(signer.keyId()).isEqualTo(vector.text("keyid"));
        assertThat(Files.readString(SpecifiedVector.file("ledger.md"))).contains("```\n" + head.note() + "```");
        String last = head.note().lines().toList().getLast();
        assertThat(Base64.getDecoder().decode(last.substring(last.lastIndexOf(' ') + 1)))
                .isEqualTo(HEX.parseHex(vector.text("keyhash") + vector.text("signature3")));
        assertThat(signer.hasSigned(
                        "kezheng/" + signer.keyId(),
                        head.note()
                                .lines()
                                .skip(1)
                                .limit(2)
                                .collect(Collectors.joining("\n", "", "\n"))
                                .getBytes(StandardCharsets.US_ASCII),
                        vector.bytes("signature3")))
                .isTrue();
        assertThat(new SignedNote(signer).sign(2, tree.root(2)).note())
                .isEqualTo(Files.readString(SpecifiedVector.file("vectors/ledger-earlier.txt")));
    }

    @Test
    void theExportIsThatOfTheSpecification() throws IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        LedgerExport.write(new SignedNote(signer).sign(3, tree.root(3)), ENTRIES.iterator(), export);

        assertThat(export.toString(StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(SpecifiedVector.file("vectors/ledger.ndjson")));
        assertThat(Files.readString(SpecifiedVector.file("ledger.md")))
                .contains("\n" + ENTRIES.get(1).canonical() + "\n");
    }

    @Test
    void theExportForAnotherClientIsThatOfTheSpecification() throws IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        LedgerExport.write(
                new SignedNote(signer).sign(3, tree.root(3)),
                ENTRIES.iterator(),
                entry -> entry.subject().isKnownTo(new ClientId(2)),
                export);

        assertThat(export.toString(StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(SpecifiedVector.file("vectors/ledger-of-a-client.ndjson")))
                .doesNotContain("auditor1", "customer.disclosed");
    }

    private static String hex(List<byte[]> path) {
        return path.stream().map(HEX::formatHex).collect(Collectors.joining(" "));
    }
}
