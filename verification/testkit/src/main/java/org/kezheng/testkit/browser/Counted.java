package org.kezheng.testkit.browser;

/// What the browser's own statistics (`getStats`) say of the newest call.
///
/// @param received    bytes of audio received
/// @param energy      energy of the audio received so far, grows only while something is heard
/// @param sent        bytes of audio sent
/// @param isEncrypted whether the media are encrypted (SRTP)
public record Counted(long received, double energy, long sent, boolean isEncrypted) {}
