package org.kezheng.security.ledger;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What people write, in the ledger's own letters: printable ASCII stays, but for the percent sign; everything else
/// becomes the bytes of its UTF-8 as `%` and two hexadecimal digits, capitals (RFC 3986, section 2.1). So a file's
/// number such as `（2026）京01民初7号` can be entered, and read back, though an entry is ASCII.
public final class LedgerText {
    private static final Pattern VISIBLE = Pattern.compile("[\\P{C}&&[^\\p{Zl}\\p{Zp}]]+");

    private LedgerText() {}

    /// Whether the ledger has room for the text: at least one character, one line, nothing unseen, and at most 200
    /// characters in the ledger's letters. That is room for 22 Chinese characters, or for 200 of ASCII.
    public static boolean fits(String text) {
        return VISIBLE.matcher(text).matches() && of(text).length() <= Words.MAX_LENGTH;
    }

    /// The text in the ledger's letters.
    public static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each >= ' ' && each <= '~' && each != '%') {
                letters.append((char) each);
            } else {
                letters.append('%').append("%02X".formatted(each));
            }
        }
        return letters.toString();
    }
}
