package org.kezheng.platform.retention;

/// Which way a call went, as far as it decides how long its recordings are kept.
enum Direction {
    /// It came in, and no leg of it went outside.
    INBOUND("inbound", "recording.retention-inbound-days"),
    /// A leg of it went outside, through the gate.
    OUTBOUND("outbound", "recording.retention-outbound-days"),
    /// A call of the platform to itself.
    TEST("test", "recording.retention-test-days"),
    /// No record of the call says it: the longest time counts.
    UNKNOWN("unknown", "recording.retention-longest");

    private final String code;
    private final String rule;

    Direction(String code, String rule) {
        this.code = code;
        this.rule = rule;
    }

    String code() {
        return code;
    }

    /// The parameter that says how long.
    String rule() {
        return rule;
    }

    static Direction of(String code) {
        for (Direction direction : values()) {
            if (direction.code.equals(code)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("No direction of a call");
    }
}
