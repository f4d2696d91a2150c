package org.kezheng.platform.retention;

import java.util.Optional;

/// Why a call is held, or a hold lifted.
enum HoldCause {
    /// A court, or an arbitration.
    LITIGATION("litigation"),
    COMPLAINT("complaint"),
    /// An authority asked for it.
    INSPECTION("inspection"),
    POLICE("police"),
    /// Something happened that is looked into inside.
    INCIDENT("incident"),
    /// Lifted: what it was for is over.
    CLOSED("closed"),
    /// Lifted: it was set by mistake.
    MISTAKE("mistake");

    private final String code;

    HoldCause(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /// Whether it ends a hold; otherwise it begins one.
    boolean isEnd() {
        return this == CLOSED || this == MISTAKE;
    }

    static Optional<HoldCause> of(String code) {
        for (HoldCause cause : values()) {
            if (cause.code.equals(code)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
