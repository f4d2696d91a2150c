package org.kezheng.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    @TempDir
    Path directory;

    private String said = "";

    @Test
    void wrongUseIsExplainedInBothLanguages() {
        assertThat(run()).isEqualTo(Verify.USAGE);
        assertThat(said).contains("用法").contains("Usage");
        assertThat(run("a", "b")).isEqualTo(Verify.USAGE);
        assertThat(run("a", "--trust")).isEqualTo(Verify.USAGE);
        assertThat(run("a", "--lang", "fr")).isEqualTo(Verify.USAGE);
        assertThat(run("a", "--unknown")).isEqualTo(Verify.USAGE);
    }

    @Test
    void whatIsNotThereOrNotKnownIsUnreadable() throws IOException {
        assertThat(run(directory.resolve("none").toString())).isEqualTo(Verify.UNREADABLE);
        Path letter = Files.writeString(directory.resolve("letter.txt"), "Dear inspector");
        assertThat(run(letter.toString())).isEqualTo(Verify.UNREADABLE);
        assertThat(said).startsWith("Neither a pack");
        assertThat(run(letter.toString(), "--trust", letter.toString(), "--json"))
                .isEqualTo(Verify.UNREADABLE);
        assertThat(said).startsWith("{\"holds\":false");
    }

    @Test
    void damagedPackIsDisprovedInWords() throws IOException {
        Path pack = Files.write(directory.resolve("case.zip"), new byte[0]);
        assertThat(run(pack.toString(), "--lang", "zh")).isEqualTo(Verify.DISPROVED);
        assertThat(said).contains("证据包").contains("✗").endsWith("核验未通过。\n");
        assertThat(run(pack.toString(), "--lang", "both")).isEqualTo(Verify.DISPROVED);
        assertThat(said).contains("核验未通过。").contains("Not verified");
        assertThat(run(pack.toString(), "--json")).isEqualTo(Verify.DISPROVED);
        assertThat(said).contains("\"code\":\"container\",\"holds\":false,\"zh\":\"");
    }

    private int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Verify.run(arguments, Locale.ENGLISH, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
