package org.kezheng.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerificationTest {
    @TempDir
    Path directory;

    private final SampleLedger ledger = SampleLedger.ofOneCall();
    private Path trust = Path.of("");

    @BeforeEach
    void giveTheKey() throws IOException {
        trust = Files.writeString(directory.resolve("evidence.pem"), Signer.PLATFORM.pem());
    }

    @Test
    void exportAsItWasMadeHolds() throws Exception {
        assertThat(check(ledger.export(Signer.PLATFORM)).holds()).isTrue();
    }

    /// The platform's own tests hold the same files against what the platform writes.
    @Test
    void exportOfTheSpecificationHoldsAndExtendsItsEarlierCheckpoint() throws Exception {
        Path vectors = Path.of("../../docs/formats/vectors");
        trust = vectors.resolve("evidence.pem");
        byte[] export = Files.readAllBytes(vectors.resolve("ledger.ndjson"));
        Path earlier = vectors.resolve("ledger-earlier.txt");

        assertThat(check(export, earlier).holds()).isTrue();
        export[export.length - 5] ^= 1;
        assertThat(check(export, earlier).holds()).isFalse();
    }

    @Test
    void exportForAClientHoldsAndSaysHowManyEntriesItDoesNotTell() throws Exception {
        Path vectors = Path.of("../../docs/formats/vectors");
        trust = vectors.resolve("evidence.pem");
        String export = Files.readString(vectors.resolve("ledger-of-a-client.ndjson"));
        Report report = check(export.getBytes(StandardCharsets.UTF_8), vectors.resolve("ledger-earlier.txt"));

        assertThat(report.holds()).isTrue();
        assertThat(report.checks())
                .anySatisfy(check -> assertThat(check.words().en()).contains("2 of them"))
                .anySatisfy(check -> assertThat(check.words().zh()).contains("其中 2 条"));
        assertThat(check(export.replace("ledger/2", "ledger/1")).holds())
                .as("a whole export withholds nothing")
                .isFalse();
    }

    @Test
    void everyByteCounts() throws Exception {
        everyByteCounts(ledger.export(Signer.PLATFORM).getBytes(StandardCharsets.UTF_8));
        everyByteCounts(ledger.exportWithout(Signer.PLATFORM, 2).getBytes(StandardCharsets.UTF_8));
    }

    private void everyByteCounts(byte[] export) throws Exception {
        assertThat(check(export, null).holds()).isTrue();
        for (int at = 0; at < export.length; at++) {
            export[at] ^= 1;
            assertThat(check(export, null).holds()).as("byte %d", at).isFalse();
            export[at] ^= 1;
        }
    }

    @Test
    void entryThatIsMissingOrRepeatedOrMovedIsFound() throws Exception {
        List<String> lines =
                new ArrayList<>(ledger.export(Signer.PLATFORM).lines().toList());
        String last = lines.removeLast();
        assertThat(holds(lines)).isFalse();
        lines.add(last);
        assertThat(holds(lines)).isTrue();
        lines.add(last);
        assertThat(holds(lines)).isFalse();
        lines.removeLast();
        lines.set(2, lines.set(3, lines.get(2)));
        assertThat(holds(lines)).isFalse();
    }

    @Test
    void exportOfAStrangerIsRefused() throws Exception {
        assertThat(check(ledger.export(Signer.STRANGER)).holds()).isFalse();
    }

    @Test
    void exportMustExtendTheEarlierCheckpoint() throws Exception {
        String export = ledger.export(Signer.PLATFORM);
        assertThat(check(export, Signer.PLATFORM.note(3, ledger.root(3))).holds())
                .isTrue();
        assertThat(check(export, Signer.PLATFORM.note(3, ledger.root(2))).holds())
                .isFalse();
        assertThat(check(export, Signer.PLATFORM.note(6, ledger.root(5))).holds())
                .isFalse();
        assertThat(check(export, Signer.STRANGER.note(3, ledger.root(3))).holds())
                .isFalse();
    }

    @Test
    void treesOfEverySizeAgreeWithTheDefinition() {
        List<byte[]> leaves = new ArrayList<>();
        for (int size = 1; size <= 40; size++) {
            leaves.add(Hashes.leaf(new byte[] {(byte) size}));
            byte[] root = SampleLedger.root(leaves);
            assertThat(MerkleTree.root(leaves, size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = SampleLedger.proof(index, leaves);
                assertThat(MerkleTree.rootOf(leaves.get(index), index, size, proof))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(root));
                assertThat(MerkleTree.rootOf(leaves.get(index), index, 2L * size, proof)
                                .filter(found -> Arrays.equals(found, root)))
                        .isEqualTo(Optional.empty());
            }
        }
    }

    private boolean holds(List<String> lines) throws Exception {
        return check(String.join("\n", lines) + "\n").holds();
    }

    private Report check(String export) throws Exception {
        return check(export.getBytes(StandardCharsets.UTF_8), null);
    }

    private Report check(String export, String earlier) throws Exception {
        Path checkpoint = Files.writeString(directory.resolve("earlier.txt"), earlier);
        return check(export.getBytes(StandardCharsets.UTF_8), checkpoint);
    }

    private Report check(byte[] export, @Nullable Path checkpoint) throws Exception {
        Path file = Files.write(directory.resolve("ledger.ndjson"), export);
        return Verification.of(trust, checkpoint, null).check(file);
    }
}
