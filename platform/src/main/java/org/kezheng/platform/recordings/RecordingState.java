package org.kezheng.platform.recordings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a talk, or a call by its last talk, stands with its recording, as outsiders are told.
///
/// @param startedAt and what follows: only of one that is stored, or was
/// @param bytes of the sealed file
/// @param sha256 of the sealed file
/// @param gaps where it is silent because the agent paused it
/// @param destroyedAt only of one that is destroyed
public record RecordingState(
        Standing state,
        @Nullable Instant startedAt,
        @Nullable Long durationMillis,
        @Nullable Long bytes,
        @Nullable String sha256,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Gap> gaps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant destroyedAt) {

    public RecordingState {
        gaps = List.copyOf(gaps);
    }

    /// Whether there is one.
    public enum Standing {
        /// Nobody answered, so nothing was said.
        @JsonProperty("none")
        NONE,
        /// The call lives, or ended a moment ago.
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("stored")
        STORED,
        /// There should be one.
        @JsonProperty("missing")
        MISSING,
        /// The caller did not want one.
        @JsonProperty("refused")
        REFUSED,
        /// A rule of the client wants none.
        @JsonProperty("not-recorded")
        NOT_RECORDED,
        /// It was due, and is destroyed.
        @JsonProperty("destroyed")
        DESTROYED
    }

    /// Of a call that nobody answered.
    public static RecordingState none() {
        return of(Standing.NONE);
    }

    static RecordingState of(Standing standing) {
        return new RecordingState(standing, null, null, null, null, List.of(), null);
    }

    static RecordingState stored(Recording recording) {
        Instant destroyedAt = recording.destroyedAt();
        return new RecordingState(
                destroyedAt == null ? Standing.STORED : Standing.DESTROYED,
                recording.startedAt(),
                recording.length().toMillis(),
                recording.bytes(),
                recording.sha256(),
                recording.gaps(),
                destroyedAt);
    }
}
