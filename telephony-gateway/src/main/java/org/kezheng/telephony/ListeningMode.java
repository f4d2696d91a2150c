package org.kezheng.telephony;

/// How somebody listens in to a talk. The key changes the mode of a leg that listens, whoever presses it.
public enum ListeningMode {
    /// Hears both parties; nobody hears the listener.
    LISTEN('4', "listen"),
    /// The agent hears the listener, too.
    WHISPER('5', "whisper"),
    /// Both parties hear the listener.
    BARGE('6', "barge");

    private final char key;
    private final String extension;

    ListeningMode(char key, String extension) {
        this.key = key;
        this.extension = extension;
    }

    char key() {
        return key;
    }

    /// Where the dialplan begins in this mode.
    String extension() {
        return extension;
    }
}
