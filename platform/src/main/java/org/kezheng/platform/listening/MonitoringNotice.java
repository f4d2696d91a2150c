package org.kezheng.platform.listening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.ObjectMapper;

/// The notice that supervisors may listen in. A site may lay its own beside its definition, with a version of its own;
/// whoever acknowledged another version is asked again.
///
/// @param version from 1
record MonitoringNotice(int version, String zh, String en) {
    static final String FILE = "monitoring-notice.json";
    private static final int MOST_CHARACTERS = 2_000;

    MonitoringNotice {
        if (version < 1 || isBad(zh) || isBad(en)) {
            throw new IllegalArgumentException(
                    FILE + " has version (from 1), zh and en (each up to " + MOST_CHARACTERS + " characters)");
        }
    }

    private static boolean isBad(String text) {
        return text == null || text.isBlank() || text.length() > MOST_CHARACTERS;
    }

    /// The site's own, or the one that ships.
    ///
    /// @throws IllegalArgumentException when the site's cannot be read; the message says what is expected
    static MonitoringNotice of(Path dataDirectory, ObjectMapper json) throws IOException {
        Path own = dataDirectory.resolve(FILE);
        if (Files.exists(own)) {
            return json.readValue(Files.readAllBytes(own), MonitoringNotice.class);
        }
        try (InputStream shipped = MonitoringNotice.class.getResourceAsStream("/" + FILE)) {
            if (shipped == null) {
                throw new IOException("The notice that ships is missing");
            }
            return json.readValue(shipped.readAllBytes(), MonitoringNotice.class);
        }
    }
}
