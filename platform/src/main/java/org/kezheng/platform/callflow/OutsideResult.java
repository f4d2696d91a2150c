package org.kezheng.platform.callflow;

/// What came of calling somebody outside.
public enum OutsideResult {
    REACHED,
    BUSY,
    NO_ANSWER,
    DECLINED,
    UNKNOWN_NUMBER,
    /// No trunk took the call.
    NO_TRUNK,
    /// Nobody wanted the call any more before it was answered.
    WITHDRAWN,
    /// The agent who wanted the call did not answer the own phone, and nobody was called.
    OWN_PHONE;

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
