package org.kezheng.platform.listening;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who hears the one who listens.
public enum ListenerMode {
    /// Nobody.
    LISTEN,
    /// The agent.
    WHISPER,
    /// The agent and the caller.
    BARGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ListenerMode> of(String code) {
        return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
