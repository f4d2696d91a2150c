package org.kezheng.acd.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Bytes with words beside them, as a specification quotes them.
///
/// @param text without blank lines at its ends
record Vector(String text) {
    static Vector read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream("/" + name), name)) {
            return new Vector(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /// The bytes: without what stands behind `#` on each line, and without blanks.
    String hex() {
        return text.replaceAll("#[^\n]*", "").replaceAll("\\s", "");
    }
}
