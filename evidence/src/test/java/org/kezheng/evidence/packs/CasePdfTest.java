package org.kezheng.evidence.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kezheng.evidence.packs.CasePaper.Row;
import org.kezheng.evidence.packs.CasePaper.Section;
import org.kezheng.evidence.packs.CasePaper.Words;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class CasePdfTest {
    @Test
    void chineseIsFoundAgainAndPagesAreCounted() throws IOException {
        Section call = new Section(
                new Words("通话", "Call"),
                List.of(new Words("等待最长的坐席长空闲，优先振铃。", "The agent idle for longest is rung first.")),
                Collections.nCopies(60, new Row(new Words("通话时长", "Talk time"), "85 秒 · s")));
        CasePaper paper = new CasePaper("P-1", "2027-01-15 16:06:00", "56475aa75463474c", List.of(call));
        byte[] pdf = CasePdf.with(font()).set(paper);
        Path kept = Path.of("target", "case.pdf");
        Files.write(kept, pdf);
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            assertThat(text.getTextFromPage(1))
                    .contains("单个案例证据")
                    .contains("等待最长的坐席长空闲")
                    .contains("idle for longest")
                    .contains("通话时长")
                    .contains("第 1 页")
                    .contains("未经任何认证");
            assertThat(text.getTextFromPage(2)).contains("第 2 页");
        }
    }

    /// The font that `./kezheng test` provides.
    private static Path font() throws IOException {
        String cache = System.getenv().getOrDefault("KEZHENG_CACHE", "/nowhere");
        for (Path root : List.of(Path.of("/usr/share/fonts"), Path.of(cache))) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.find(root, 12, (file, kind) -> file.endsWith("wqy-microhei.ttc"))) {
                    var found = files.findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
        }
        throw new AssertionError("The font WenQuanYi Micro Hei is missing: install fonts-wqy-microhei");
    }
}
