package org.kezheng.platform.emergency;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How the switch stands.
enum EmergencyMode {
    OFF,
    /// Callers are told, and go on as usual.
    NOTICE,
    /// Callers are told, and the call ends.
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EmergencyMode> of(String code) {
        return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
