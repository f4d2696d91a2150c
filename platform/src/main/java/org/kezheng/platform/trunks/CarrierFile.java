package org.kezheng.platform.trunks;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.WrongLine;

/// A carrier's figures as a file: UTF-8, a line a trunk and day, fields parted by commas and not quoted, below the
/// header `trunk,day,attempts,lost`. It is taken as a whole or not at all; each line that is wrong is named with
/// its field.
///
/// @param wrong what is wrong; empty: the figures are good
record CarrierFile(List<Figure> figures, List<WrongLine> wrong) {
    static final String HEADER = "trunk,day,attempts,lost";
    static final int MAX_LINES = 2_000;
    private static final List<String> FIELDS = List.of("trunk", "day", "attempts", "lost");
    private static final long MOST = 1_000_000_000L;

    CarrierFile {
        figures = List.copyOf(figures);
        wrong = List.copyOf(wrong);
    }

    /// What a carrier says of one trunk and day.
    ///
    /// @param attempts calls that wanted a line of the trunk, by the carrier's count
    /// @param lost of these, how many were lost
    record Figure(String trunk, LocalDate day, long attempts, long lost) {}

    /// Reads a file.
    ///
    /// @param trunks the codes of the site's trunks
    /// @param today the last day that there can be figures of
    static CarrierFile read(byte[] content, Set<String> trunks, LocalDate today) {
        String text = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<String> lines = text.lines().toList();
        Reading reading = new Reading(trunks, today);
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            reading.wrong.add(new WrongLine(1, "header", HEADER));
        } else if (lines.size() > MAX_LINES) {
            reading.wrong.add(new WrongLine(MAX_LINES + 1, "lines", "at most " + MAX_LINES));
        } else {
            for (int at = 1; at < lines.size(); at++) {
                reading.line(at + 1, lines.get(at).strip());
            }
            if (lines.size() == 1) {
                reading.wrong.add(new WrongLine(2, "lines", "at least one"));
            }
        }
        return new CarrierFile(reading.figures, reading.wrong);
    }

    private static final class Reading {
        private final Set<String> trunks;
        private final LocalDate today;
        private final List<Figure> figures = new ArrayList<>();
        private final List<WrongLine> wrong = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        Reading(Set<String> trunks, LocalDate today) {
            this.trunks = trunks;
            this.today = today;
        }

        private void line(int number, String line) {
            List<String> parts = List.of(line.split(",", -1));
            if (parts.size() != FIELDS.size()) {
                wrong.add(new WrongLine(number, "fields", HEADER));
                return;
            }
            int before = wrong.size();
            String trunk = parts.getFirst();
            if (!trunks.contains(trunk)) {
                wrong.add(new WrongLine(number, "trunk", "a trunk of the site"));
            }
            LocalDate day = day(parts.get(1));
            if (day == null || day.isAfter(today)) {
                wrong.add(new WrongLine(number, "day", "a day up to today, such as 2026-11-23"));
            } else if (!seen.add(trunk + "," + day)) {
                wrong.add(new WrongLine(number, "day", "once for each trunk"));
            }
            long attempts = count(number, "attempts", parts.get(2), MOST);
            long lost = count(number, "lost", parts.get(3), Math.max(0, attempts));
            if (wrong.size() == before && day != null) {
                figures.add(new Figure(trunk, day, attempts, lost));
            }
        }

        private long count(int number, String field, String written, long most) {
            long count = written.matches("0|[1-9]\\d{0,9}") ? Long.parseLong(written) : -1;
            if (count < 0 || count > most) {
                String bound = field.equals("lost") ? "attempts" : Long.toString(most);
                wrong.add(new WrongLine(number, field, "a whole number from 0 to " + bound));
                return -1;
            }
            return count;
        }

        private static @Nullable LocalDate day(String written) {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeException wrong) {
                return null;
            }
        }
    }
}
