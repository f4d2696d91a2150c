package org.kezheng.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads the example that stands in the journal's specification.
class JournalVerificationTest {
    private static final Path SPECIFICATION = Path.of("..", "..", "docs", "formats", "journal.md");

    private static final String CHAIN = "a15aa926cb8740aacfa27a928e954cb02d99edc1db35eea6c2d1cb4215722dbf";

    @TempDir
    Path directory;

    private Path segment = Path.of("");
    private byte[] example = {};

    @BeforeEach
    void writeTheExample() throws IOException {
        String text = Files.readString(SPECIFICATION).replaceAll("(?s).*## Example.*?```\n(.*?)```.*", "$1");
        example = HexFormat.of().parseHex(text.replaceAll("#[^\n]*", "").replaceAll("\\s", ""));
        segment = Files.createDirectory(directory.resolve("journal")).resolve("00000000000000000001.kzj");
    }

    @Test
    void exampleOfTheSpecificationHolds() throws Exception {
        Report report = check(example);
        assertThat(report.holds()).isTrue();
        assertThat(report.checks().getFirst().words().en())
                .contains("4 records in 1 segments")
                .contains(CHAIN);
    }

    @Test
    void everyByteCounts() throws Exception {
        for (int at = 0; at < example.length; at++) {
            example[at] ^= 0x10;
            assertThat(check(example).holds()).as("byte %d", at).isFalse();
            example[at] ^= 0x10;
        }
    }

    @Test
    void tornTailIsNoDamageButASecondSegmentBehindItIs() throws Exception {
        assertThat(check(Arrays.copyOf(example, example.length - 5)).holds()).isTrue();
        assertThat(check(Arrays.copyOf(example, example.length + 40)).holds()).isTrue();
        Files.write(segment.resolveSibling("00000000000000000005.kzj"), example);
        assertThat(check(example).holds()).isFalse();
    }

    @Test
    void segmentUnderAnotherNameIsFound() throws Exception {
        Files.write(segment.resolveSibling("00000000000000000002.kzj"), example);
        assertThat(verify(null).holds()).isFalse();
    }

    @Test
    void sealsOfTheLedgerMustAgree() throws Exception {
        Path export = Files.writeString(
                directory.resolve("ledger.ndjson"),
                SampleLedger.ofOneCall(CHAIN).export(Signer.PLATFORM));
        Files.write(segment, example);
        assertThat(verify(export).holds()).isTrue();
        Path partly = Files.writeString(
                directory.resolve("partly.ndjson"),
                SampleLedger.ofOneCall(CHAIN).exportWithout(Signer.PLATFORM, 1));
        assertThat(verify(partly).holds()).as("what is not told may be a seal").isFalse();
        Files.write(segment, Arrays.copyOf(example, example.length - 5));
        Report cut = verify(export);
        assertThat(cut.holds()).isFalse();
        assertThat(cut.checks().getLast().words().en()).contains("the journal ends before it");
    }

    @Test
    void directoryWithoutSegmentsIsUnreadable() {
        assertThatThrownBy(() -> verify(null)).isInstanceOf(UnreadableException.class);
    }

    private Report check(byte[] bytes) throws Exception {
        Files.write(segment, bytes);
        return verify(null);
    }

    private Report verify(@Nullable Path ledger) throws Exception {
        Path trust = Files.writeString(directory.resolve("evidence.pem"), Signer.PLATFORM.pem());
        return Verification.of(trust, null, ledger).check(directory.resolve("journal"));
    }
}
