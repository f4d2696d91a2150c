package org.kezheng.platform.recordings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes of a file somebody asks for (RFC 9110, 14).
///
/// @param from the first
/// @param to the one behind the last
record ByteRange(long from, long to) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Whether a header asks for a part in words that are understood.
    static boolean isPart(@Nullable String header) {
        return ONE.matcher(header == null ? "" : header.strip()).matches();
    }

    /// What a header asks for; the whole file without one, and where it asks for what is not understood (several
    /// ranges, other units), as the specification allows. Empty when nothing of it lies within the file.
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher asked = ONE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return Optional.of(new ByteRange(0, size));
        }
        if (asked.group(1).isEmpty()) {
            long last = Long.parseLong(asked.group(2));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, size - last), size));
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(asked.group(2)) + 1);
        return from >= size || to <= from ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }
}
