package org.kezheng.platform.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.tenancy.ClientId;

/// A recording that is stored: what an answered offer was talked about.
///
/// @param name whose it is
/// @param startedAt when the agent's leg began to be recorded
/// @param length of the audio; a talk without any audio has 0
/// @param bytes of the sealed file
/// @param sha256 of the sealed file, 64 small hexadecimal digits
/// @param path of the sealed file below the directory of recordings
/// @param gaps where it is silent because it was paused, in their order
/// @param destroyedAt when it was destroyed because it was due; absent while it is there
public record Recording(
        Name name,
        Instant startedAt,
        Duration length,
        long bytes,
        String sha256,
        Path path,
        List<Gap> gaps,
        @Nullable Instant destroyedAt) {
    public Recording {
        gaps = List.copyOf(gaps);
    }

    /// One that is there and was never paused.
    Recording(Name name, Instant startedAt, Duration length, long bytes, String sha256, Path path) {
        this(name, startedAt, length, bytes, sha256, path, List.of(), null);
    }

    /// The same with the places at which it was paused.
    Recording with(List<Gap> silent) {
        return new Recording(name, startedAt, length, bytes, sha256, path, silent, destroyedAt);
    }

    /// Whose recording it is, by numbers.
    ///
    /// @param offer the answered offer; of a message the contact in which it was left
    /// @param agent who talked; 0: nobody, since it is a message
    /// @param queue for whose agents a message was left; 0: it is none, or that is not asked here
    public record Name(long offer, long contact, ClientId client, int agent, int queue) {
        /// Of a talk.
        public Name(long offer, long contact, ClientId client, int agent) {
            this(offer, contact, client, agent, 0);
        }

        /// Of a message that a caller has left.
        static Name ofMessage(long contact, ClientId client, int queue) {
            return new Name(contact, contact, client, 0, queue);
        }

        public boolean isMessage() {
            return agent == 0;
        }
    }

    /// When the recording ended.
    public Instant endedAt() {
        return startedAt.plus(length);
    }
}
