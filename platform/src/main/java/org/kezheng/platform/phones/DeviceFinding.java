package org.kezheng.platform.phones;

import java.util.Locale;

/// What a test of an agent's device found.
public enum DeviceFinding {
    /// It is under way.
    RUNNING,
    /// A tone was played, and something was heard.
    PASSED,
    /// The device sends packets, and there is no sound in them.
    SILENT,
    /// The device was answered and sends nothing that arrives.
    NO_AUDIO,
    /// It did not ring, or said that it is not there.
    UNREACHABLE,
    /// It rang, and nobody answered.
    NOT_ANSWERED,
    /// It was busy, or somebody declined.
    DECLINED,
    /// Whoever answered hung up before anything could be heard.
    HUNG_UP,
    /// The browser does not allow the microphone, by the console's word.
    MICROPHONE_DENIED,
    /// The browser's microphone does not open, by the console's word.
    MICROPHONE_MISSING,
    /// The PBX could not be asked: nothing is known of the device.
    PBX_AWAY;

    /// Its name outside.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it says anything of the device.
    public boolean saysOfDevice() {
        return this == PASSED || isFault();
    }

    /// Whether the device cannot be used for calls, as far as is known.
    public boolean isFault() {
        return switch (this) {
            case RUNNING, PASSED, PBX_AWAY -> false;
            case SILENT,
                    NO_AUDIO,
                    UNREACHABLE,
                    NOT_ANSWERED,
                    DECLINED,
                    HUNG_UP,
                    MICROPHONE_DENIED,
                    MICROPHONE_MISSING -> true;
        };
    }
}
