package org.kezheng.platform.supervision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a supervisor acts; a code, so that the audit ledger can hold it.
enum Cause {
    /// The load of the queues.
    STAFFING,
    /// The customer's wish, or the customer's matter.
    CUSTOMER,
    /// The conduct or the quality of a call.
    QUALITY,
    /// A telephone or a program that does not work.
    FAULT,
    EMERGENCY,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cause> of(String code) {
        return Stream.of(values()).filter(cause -> cause.code().equals(code)).findFirst();
    }
}
