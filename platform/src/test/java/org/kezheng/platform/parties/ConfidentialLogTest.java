package org.kezheng.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.keys.ClientCipher;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;

final class ConfidentialLogTest {
    private static final ClientId DEMO = new ClientId(1);
    private static final String NUMBER = "13800138000";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T04:00:00.000001Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private ClientCipher cipher;
    private Path log;

    @BeforeEach
    void makeKeys() throws IOException {
        KeyDirectory directory =
                KeyDirectory.prepare(folder.resolve("keys"), Files.createDirectory(folder.resolve("data")));
        ClientKeys keys = new ClientKeys(directory);
        keys.create(DEMO);
        cipher = keys.confidentialLog();
        log = folder.resolve("data").resolve("parties");
    }

    @Test
    void whatWasAppendedIsThereAfterARestart() {
        try (ConfidentialLog open = open()) {
            open.appendCallingNumber(7, DEMO, new SecretString(NUMBER));
            open.appendNote(7, DEMO, "agent1", "resolved", new SecretString("退货已登记"));
        }
        try (ConfidentialLog again = open()) {
            assertThat(again.numberOf(7)).contains(new SecretString(NUMBER));
            List<PartyEntry> entries = again.after(ConfidentialLog.START, 10).entries();
            assertThat(entries)
                    .containsExactly(
                            new PartyEntry.CallingNumber(1, DEMO, 7, NOON.instant(), new SecretString(NUMBER)),
                            new PartyEntry.Note(
                                    2, DEMO, 7, NOON.instant(), "agent1", "resolved", new SecretString("退货已登记")));
        }
    }

    @Test
    void aContactsNumberIsKeptOnce() {
        try (ConfidentialLog open = open()) {
            open.appendCallingNumber(7, DEMO, new SecretString(NUMBER));
            open.appendCallingNumber(7, DEMO, new SecretString(NUMBER));
            assertThat(open.after(ConfidentialLog.START, 10).entries()).hasSize(1);
        }
    }

    @Test
    void nothingPersonalStandsInTheFileAndNobodyElseMayReadIt() throws IOException {
        fill();
        String bytes = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(NUMBER).doesNotContain("agent1").doesNotContain("resolved");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aTailThatACrashHasCutIsDroppedAtEveryLengthAndTheRestStays() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        long secondBegins;
        try (ConfidentialLog open = open()) {
            secondBegins = open.after(ConfidentialLog.START, 1).end().offset();
        }
        for (int length = (int) secondBegins; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (ConfidentialLog open = open()) {
                assertThat(open.after(ConfidentialLog.START, 10).entries()).hasSize(1);
                open.appendNote(7, DEMO, "agent1", "resolved", new SecretString("again"));
                assertThat(open.after(ConfidentialLog.START, 10).entries()).hasSize(2);
            }
        }
    }

    @Test
    void aFlippedByteInFrontOfOtherEntriesStopsTheStartAndIsNeverSkipped() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        long secondBegins;
        try (ConfidentialLog open = open()) {
            secondBegins = open.after(ConfidentialLog.START, 1).end().offset();
        }
        for (int at = 8 + 4; at < secondBegins; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Files.write(file(), flipped);
            assertThatThrownBy(this::open)
                    .isInstanceOf(ConfidentialLogException.class)
                    .hasMessageContaining("damaged at byte 8");
        }
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        fill();
        byte[] bytes = Files.readAllBytes(file());
        bytes[7]++;
        Files.write(file(), bytes);
        assertThatThrownBy(this::open)
                .isInstanceOf(ConfidentialLogException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void anotherWriterIsRefusedAndAReaderIsNot() {
        try (ConfidentialLog writer = open()) {
            writer.appendCallingNumber(7, DEMO, new SecretString(NUMBER));
            assertThatThrownBy(this::open).isInstanceOf(Exception.class);
            try (ConfidentialLog reader = ConfidentialLog.openForReading(log, cipher, NOON)) {
                assertThat(reader.numberOf(7)).contains(new SecretString(NUMBER));
            }
        }
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndLeavesNoTrace() {
        try (ConfidentialLog open = open()) {
            SecretString tooLong = new SecretString("长".repeat(ConfidentialLog.MAX_NOTE_CHARACTERS + 1));
            assertThatThrownBy(() -> open.appendNote(7, DEMO, "agent1", "resolved", tooLong))
                    .isInstanceOf(IllegalArgumentException.class);
            SecretString longest = new SecretString("长".repeat(ConfidentialLog.MAX_NOTE_CHARACTERS));
            open.appendNote(7, DEMO, "agent1", "resolved", longest);
            assertThat(open.after(ConfidentialLog.START, 10).entries()).hasSize(1);
        }
    }

    @Test
    void theFileHasTheSpecifiedBytes() throws IOException {
        fill();
        byte[] bytes = Files.readAllBytes(file());
        assertThat(Arrays.copyOf(bytes, 8)).containsExactly('K', 'Z', 'P', 'L', 0, 0, 0, 1);
        String callingNumber = "01";
        String firstEntry = "0000000000000001";
        String client1 = "00000001";
        String contact7 = "0000000000000007";
        String noonInMicros = "000660e9a0b31001";
        assertThat(HexFormat.of().formatHex(bytes, 16, 16 + 29))
                .isEqualTo(callingNumber + firstEntry + client1 + contact7 + noonInMicros);
    }

    private void fill() {
        try (ConfidentialLog open = open()) {
            open.appendCallingNumber(7, DEMO, new SecretString(NUMBER));
            open.appendNote(7, DEMO, "agent1", "resolved", new SecretString("x"));
        }
    }

    private ConfidentialLog open() {
        return ConfidentialLog.open(log, cipher, NOON);
    }

    private Path file() {
        return log.resolve("parties.log");
    }
}
