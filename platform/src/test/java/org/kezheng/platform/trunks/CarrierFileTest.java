package org.kezheng.platform.trunks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.http.WrongLine;

final class CarrierFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void goodFileGivesItsFiguresWithByteOrderMarkAndDosLinesToo() {
        CarrierFile file = read("\uFEFFtrunk,day,attempts,lost\r\ndemo,2026-11-22,1200,7\r\ndemo,2026-11-23,3,0\r\n");
        assertThat(file.wrong()).isEmpty();
        assertThat(file.figures())
                .containsExactly(
                        new CarrierFile.Figure("demo", TODAY.minusDays(1), 1_200, 7),
                        new CarrierFile.Figure("demo", TODAY, 3, 0));
    }

    @Test
    void eachWrongLineIsNamedWithItsField() {
        CarrierFile file = read("""
                trunk,day,attempts,lost
                other,2026-11-22,5,1
                demo,2026-11-24,5,1
                demo,22.11.2026,5,1
                demo,2026-11-21,-5,0
                demo,2026-11-20,5,6
                demo,2026-11-19,5
                demo,2026-11-18,5,1
                demo,2026-11-18,5,1
                """);
        assertThat(file.wrong().stream().map(wrong -> wrong.line() + " " + wrong.field()))
                .containsExactly("2 trunk", "3 day", "4 day", "5 attempts", "6 lost", "7 fields", "9 day");
    }

    @Test
    void anotherHeaderAndNoFiguresAreRefused() {
        assertThat(read("").wrong()).containsExactly(new WrongLine(1, "header", CarrierFile.HEADER));
        assertThat(read("day,trunk,attempts,lost\n").wrong()).hasSize(1);
        assertThat(read("trunk,day,attempts,lost\n").wrong())
                .containsExactly(new WrongLine(2, "lines", "at least one"));
        assertThat(read("trunk,day,attempts,lost\n" + "x\n".repeat(CarrierFile.MAX_LINES))
                        .wrong())
                .extracting(WrongLine::field)
                .containsExactly("lines");
    }

    private static CarrierFile read(String text) {
        return CarrierFile.read(text.getBytes(StandardCharsets.UTF_8), Set.of("demo"), TODAY);
    }
}
