package org.kezheng.platform.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.kezheng.security.tenancy.ClientId;

/// A recording that is stored: what an answered offer was talked about.
///
/// @param name whose it is
/// @param startedAt when the agent's leg began to be recorded
/// @param length of the audio; a talk without any audio has 0
/// @param bytes of the sealed file
/// @param sha256 of the sealed file, 64 small hexadecimal digits
/// @param path of the sealed file below the directory of recordings
public record Recording(Name name, Instant startedAt, Duration length, long bytes, String sha256, Path path) {

    /// Whose recording it is, by numbers.
    public record Name(long offer, long contact, ClientId client, int agent) {}

    /// When the recording ended.
    public Instant endedAt() {
        return startedAt.plus(length);
    }
}
