package org.kezheng.testkit.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SIP message as SIPp's trace has it, with the time at which it was sent or received.
///
/// @param at     when, by the clock of this machine
/// @param isSent by the telephone, as against received by it
/// @param text   the whole message
public record SipMessage(Instant at, boolean isSent, String text) {

    private static final Pattern MARK =
            Pattern.compile("-{20,} (\\d{4}-\\d{2}-\\d{2})\\s+(\\d{2}:\\d{2}:\\d{2}\\.\\d{6})\\S*\\R"
                    + "UDP message (sent|received) [^\\n]*\\R\\R?");
    private static final Pattern MEDIA = Pattern.compile("(?m)^m=audio (\\d+) ");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /// Reads what SIPp has written so far.
    static List<SipMessage> read(Path trace) throws IOException {
        if (!Files.exists(trace)) {
            return List.of();
        }
        String all = Files.readString(trace);
        List<SipMessage> messages = new ArrayList<>();
        Matcher mark = MARK.matcher(all);
        boolean more = mark.find();
        while (more) {
            Instant at = LocalDateTime.parse(mark.group(1) + " " + mark.group(2), TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
            boolean isSent = "sent".equals(mark.group(3));
            int from = mark.end();
            more = mark.find();
            messages.add(new SipMessage(at, isSent, all.substring(from, more ? mark.start() : all.length())));
        }
        return List.copyOf(messages);
    }

    /// Whether it is a request of that method.
    public boolean isRequest(String method) {
        return text.startsWith(method + " ");
    }

    /// Whether it answers a request of that method with that status.
    public boolean isResponse(int status, String method) {
        return text.startsWith("SIP/2.0 " + status + " ")
                && header("CSeq").filter(value -> value.endsWith(" " + method)).isPresent();
    }

    /// The port at which its SDP wants to hear.
    OptionalInt mediaPort() {
        Matcher media = MEDIA.matcher(text);
        return media.find() ? OptionalInt.of(Integer.parseInt(media.group(1))) : OptionalInt.empty();
    }

    /// The first header of that name.
    public Optional<String> header(String name) {
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
