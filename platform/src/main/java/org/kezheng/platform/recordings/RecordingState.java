package org.kezheng.platform.recordings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a call stands with its recording, as outsiders are told.
///
/// @param startedAt and what follows: only of a stored one
/// @param bytes of the sealed file
/// @param sha256 of the sealed file
public record RecordingState(
        Standing state,
        @Nullable Instant startedAt,
        @Nullable Long durationMillis,
        @Nullable Long bytes,
        @Nullable String sha256) {

    /// Whether there is one.
    public enum Standing {
        /// Nobody answered, so nothing was said; or the caller did not want a recording.
        @JsonProperty("none")
        NONE,
        /// The call lives, or ended a moment ago.
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("stored")
        STORED,
        /// There should be one.
        @JsonProperty("missing")
        MISSING
    }

    static RecordingState of(Standing standing) {
        return new RecordingState(standing, null, null, null, null);
    }

    static RecordingState stored(Recording recording) {
        return new RecordingState(
                Standing.STORED,
                recording.startedAt(),
                recording.length().toMillis(),
                recording.bytes(),
                recording.sha256());
    }
}
