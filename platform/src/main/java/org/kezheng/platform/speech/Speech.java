package org.kezheng.platform.speech;

import java.io.IOException;

/// Speaks a text.
public interface Speech {
    /// Which program it is, and how it speaks: whatever changes the sound of a text changes this name.
    String name();

    /// The text, spoken.
    ///
    /// @throws IOException when it cannot be spoken; the message says what is missing, and the way out
    Waveform speak(String text, Voice voice) throws IOException;
}
