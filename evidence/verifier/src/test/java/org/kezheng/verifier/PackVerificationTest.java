package org.kezheng.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackVerificationTest {
    @TempDir
    Path directory;

    private final SamplePack sample = new SamplePack();
    private Path trust = Path.of("");

    @BeforeEach
    void giveTheKey() throws IOException {
        trust = Files.writeString(directory.resolve("evidence.pem"), Signer.PLATFORM.pem());
    }

    @Test
    void packAsItWasMadeHolds() throws Exception {
        Report report = check(sample.sealedBy(Signer.PLATFORM));
        assertThat(failed(report)).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.checks().stream().map(Check::code))
                .contains("container", "signature", "file", "call", "journal", "checkpoint", "looked", "recording");
    }

    @Test
    void ordinaryToolsReadTheContainer() throws IOException {
        Path file = Files.write(directory.resolve("case.zip"), sample.sealedBy(Signer.PLATFORM));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .startsWith("manifest.json", "manifest.sig", "case.pdf")
                    .hasSize(10);
        }
    }

    @Test
    void everyByteCounts() throws Exception {
        byte[] pack = sample.sealedBy(Signer.PLATFORM);
        for (int at = 0; at < pack.length; at++) {
            int bit = 1 << (at % 8);
            pack[at] ^= (byte) bit;
            assertThat(check(pack).holds()).as("byte %d", at).isFalse();
            pack[at] ^= (byte) bit;
        }
        assertThat(check(pack).holds()).isTrue();
    }

    @Test
    void packThatIsCutIsFoundWhereverItIsCut() throws Exception {
        byte[] pack = sample.sealedBy(Signer.PLATFORM);
        for (int length = 0; length < pack.length; length++) {
            assertThat(check(Arrays.copyOf(pack, length)).holds())
                    .as("first %d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void bytesThatAreAddedAreFound() throws Exception {
        byte[] pack = sample.sealedBy(Signer.PLATFORM);
        assertThat(failed(check(Arrays.copyOf(pack, pack.length + 1)))).contains("container");
        byte[] before = new byte[pack.length + 1];
        System.arraycopy(pack, 0, before, 1, pack.length);
        assertThat(failed(check(before))).contains("container");
    }

    @Test
    void filesThatChangedPlacesAreFound() throws Exception {
        List<CanonicalZip.Entry> entries = CanonicalZip.entries(sample.sealedBy(Signer.PLATFORM));
        Collections.swap(entries, 3, 4);
        assertThat(failed(check(CanonicalZip.write(entries)))).contains("file");
    }

    @Test
    void contentsThatChangedPlacesAreFound() throws Exception {
        List<CanonicalZip.Entry> entries = CanonicalZip.entries(sample.sealedBy(Signer.PLATFORM));
        CanonicalZip.Entry third = entries.get(3);
        CanonicalZip.Entry fourth = entries.get(4);
        entries.set(3, new CanonicalZip.Entry(third.name(), fourth.content()));
        entries.set(4, new CanonicalZip.Entry(fourth.name(), third.content()));
        assertThat(failed(check(CanonicalZip.write(entries)))).contains("file");
    }

    @Test
    void fileThatIsMissingOrAddedIsFound() throws Exception {
        List<CanonicalZip.Entry> entries = CanonicalZip.entries(sample.sealedBy(Signer.PLATFORM));
        CanonicalZip.Entry last = entries.removeLast();
        assertThat(failed(check(CanonicalZip.write(entries)))).contains("file");
        entries.add(last);
        entries.add(new CanonicalZip.Entry("more.txt", new byte[] {1}));
        assertThat(failed(check(CanonicalZip.write(entries)))).contains("file");
    }

    @Test
    void packSignedByAStrangerIsRefused() throws Exception {
        assertThat(failed(check(sample.sealedBy(Signer.STRANGER)))).containsExactly("signature");
    }

    @Test
    void nothingThatIsSignedHoldsWithoutAKey() throws Exception {
        Path file = Files.write(directory.resolve("case.zip"), sample.sealedBy(Signer.PLATFORM));
        Report report = Verification.of(null, null, null).check(file);
        assertThat(report.holds()).isFalse();
        assertThat(failed(report)).containsExactly("signer-unchecked");
        assertThat(report.verdict().en()).contains("Internally consistent, signer not checked");
    }

    @Test
    void entryThatTheLedgerDoesNotHoldIsFoundThoughItIsSigned() throws Exception {
        String looked = sample.text("data/looked.json");
        sample.put("data/looked.json", looked.replace("call.viewed", "call.missed"));
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("looked");
    }

    @Test
    void entryAboutSomethingElseIsFoundThoughItIsSigned() throws Exception {
        sample.put("data/looked.json", SamplePack.looked(SampleLedger.ofOneCall(), 1, 2, 3));
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("looked");
    }

    @Test
    void recordingOfAnEarlierTalkThatWasNotStoredSoIsFound() throws Exception {
        SamplePack sample = new SamplePack();
        String whole = sample.text("data/recording.json").strip();
        String talks = whole.substring(0, whole.length() - 1) + ",\"talks\":[%s," + whole + "]}";
        sample.put("data/recording.json", talks.formatted("{\"state\":\"missing\"}"));
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).isEmpty();
        String other = "0".repeat(64);
        sample.put(
                "data/recording.json",
                talks.formatted("{\"state\":\"stored\",\"sha256\":\"" + other + "\",\"ledgerIndex\":1}"));
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("recording");
    }

    @Test
    void recordingThatWasNotStoredSoIsFoundThoughItIsSigned() throws Exception {
        String other = SampleLedger.RECORDING.replace('5', '6');
        sample.put("data/recording.json", "{\"state\":\"stored\",\"sha256\":\"" + other + "\",\"ledgerIndex\":1}");
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("recording");
    }

    @Test
    void callWithoutARecordingClaimsNone() throws Exception {
        sample.put("data/recording.json", "{\"state\":\"none\"}");
        assertThat(check(sample.sealedBy(Signer.PLATFORM)).holds()).isTrue();
    }

    @Test
    void recordOutsideTheChainIsFoundThoughItIsSigned() throws Exception {
        String journal = sample.text("data/journal.json");
        sample.put("data/journal.json", journal.replace("\"chain\":\"0b", "\"chain\":\"0c"));
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("journal");
    }

    @Test
    void filesAboutAnotherCallAreFoundThoughTheyAreSigned() throws Exception {
        sample.put("data/call.json", "{\"id\":\"8\"}");
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("call");
    }

    @Test
    void checkpointOfAStrangerIsFoundThoughThePackIsSigned() throws Exception {
        sample.put("checkpoint.txt", SampleLedger.ofOneCall().note(Signer.STRANGER));
        assertThat(failed(check(sample.sealedBy(Signer.PLATFORM)))).containsExactly("checkpoint");
    }

    @Test
    void checkpointThatContradictsAnEarlierOneIsFound() throws Exception {
        SampleLedger ledger = SampleLedger.ofOneCall();
        byte[] pack = sample.sealedBy(Signer.PLATFORM);
        assertThat(failed(check(pack, Signer.PLATFORM.note(5, ledger.root(4))))).containsExactly("earlier-checkpoint");
        assertThat(failed(check(pack, Signer.STRANGER.note(5, ledger.root(5))))).containsExactly("earlier-checkpoint");
        assertThat(check(pack, Signer.PLATFORM.note(5, ledger.root(5))).holds()).isTrue();
        assertThat(check(pack, Signer.PLATFORM.note(3, ledger.root(3))).holds()).isTrue();
    }

    @Test
    void specificationQuotesThisPack() throws IOException {
        String specification = Files.readString(Path.of("..", "..", "docs", "formats", "pack.md"));
        String quoted =
                specification.replaceAll("(?s).*```base64\n(.*?)```.*", "$1").replace("\n", "");
        byte[] pack = sample.sealedBy(Signer.PLATFORM);
        assertThat(Base64.getDecoder().decode(quoted)).isEqualTo(pack);
        assertThat(specification)
                .contains(Hashes.hex(Hashes.sha256(pack)))
                .contains(Signer.PLATFORM.pem())
                .contains(Signer.PLATFORM.id());
    }

    private Report check(byte[] pack) throws Exception {
        Path file = Files.write(directory.resolve("case.zip"), pack);
        return Verification.of(trust, null, null).check(file);
    }

    private Report check(byte[] pack, String earlier) throws Exception {
        Path file = Files.write(directory.resolve("case.zip"), pack);
        Path checkpoint = Files.write(directory.resolve("earlier.txt"), earlier.getBytes(StandardCharsets.UTF_8));
        return Verification.of(trust, checkpoint, null).check(file);
    }

    private static List<String> failed(Report report) {
        return report.checks().stream()
                .filter(check -> !check.holds())
                .map(Check::code)
                .distinct()
                .toList();
    }
}
