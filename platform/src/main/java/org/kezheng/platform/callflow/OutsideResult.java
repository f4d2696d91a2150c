package org.kezheng.platform.callflow;

/// What came of calling somebody outside.
public enum OutsideResult {
    REACHED,
    BUSY,
    NO_ANSWER,
    DECLINED,
    UNKNOWN_NUMBER,
    /// No trunk took the call.
    NO_TRUNK;

    /// By the Q.850 cause with which the leg ended.
    static OutsideResult of(int cause) {
        return switch (cause) {
            case 17 -> BUSY;
            case 16, 18, 19, 20 -> NO_ANSWER;
            case 21 -> DECLINED;
            case 1, 22, 28 -> UNKNOWN_NUMBER;
            default -> NO_TRUNK;
        };
    }
}
