package org.kezheng.platform.live;

/// What desks read by requests of their own, and are told of when it is different now.
public enum LiveTopic {
    /// An agent's appointments to call back.
    APPOINTMENTS("appointments"),
    /// What came of dialling the customer of the call in hand.
    OUTSIDE_RESULT("outside-result"),
    /// Whether the recording of the talk in hand is paused.
    RECORDING_PAUSE("recording-pause"),
    /// Whom the platform calls again who was not reached.
    CALLBACKS("callbacks"),
    /// What callers have left for queues; told to all desks of the client.
    MESSAGES("messages"),
    /// Numbers that agents have marked.
    NUISANCE_MARKS("nuisance-marks"),
    /// Which agents serve a queue for a while.
    SKILL_MOVES("skill-moves"),
    /// Which agents have acknowledged the notice of listening.
    NOTICE_ACKNOWLEDGEMENTS("notice-acknowledgements"),
    /// Own numbers that have called as often within the hour as they may.
    NUMBER_ALARMS("number-alarms");

    private final String code;

    LiveTopic(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
