package org.kezheng.platform.emergency;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why the switch is turned; a code, so that the audit ledger can hold it.
enum EmergencyCause {
    WEATHER,
    POWER,
    NETWORK,
    FIRE,
    EPIDEMIC,
    AUTHORITY,
    DRILL,
    /// It is over.
    OVER,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EmergencyCause> of(String code) {
        return Stream.of(values()).filter(cause -> cause.code().equals(code)).findFirst();
    }
}
