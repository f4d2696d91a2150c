package org.kezheng.platform.recordings;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;

/// Plays recordings to people as WAV files, in parts if asked. Nobody hears what the ledger did not take.
public final class RecordingSound {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingSound.class);

    private final Recordings recordings;
    private final Playbacks playbacks;

    RecordingSound(Recordings recordings, Playbacks playbacks) {
        this.recordings = recordings;
        this.playbacks = playbacks;
    }

    /// Answers a request for a recording that this person may hear.
    ///
    /// @param range the header of that name; null: the whole file
    /// @throws Problem when it is destroyed, cannot be read, or the ledger does not take that it is heard
    public void play(Recording recording, SignedIn who, @Nullable String range, HttpServletResponse response)
            throws IOException {
        if (recording.destroyedAt() != null) {
            throw Problem.gone("recording.destroyed", "The recording was due and is destroyed; nobody can play it");
        }
        try (WavAudio audio = open(recording)) {
            Optional<ByteRange> asked = ByteRange.of(range, audio.size());
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            if (asked.isEmpty()) {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + audio.size());
                response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                return;
            }
            enter(who, recording, asked.get());
            send(audio, asked.get(), ByteRange.isPart(range), response);
        }
    }

    private void enter(SignedIn who, Recording recording, ByteRange asked) {
        try {
            playbacks.asked(who, recording, asked.from());
        } catch (DataAccessException | TransactionException refused) {
            LOG.atWarn()
                    .setCause(refused)
                    .addKeyValue("contact", recording.name().contact())
                    .log("A recording is not played, because the ledger did not take it");
            throw Problem.unavailable("recording.ledger", "Listening cannot be recorded now, so nothing is played");
        }
    }

    private static void send(WavAudio audio, ByteRange part, boolean isPart, HttpServletResponse response)
            throws IOException {
        response.setContentType("audio/wav");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLengthLong(part.to() - part.from());
        if (isPart) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + part.from() + "-" + (part.to() - 1) + "/" + audio.size());
        }
        audio.write(part.from(), part.to(), response.getOutputStream());
    }

    private WavAudio open(Recording recording) {
        try {
            return new WavAudio(recordings.open(recording));
        } catch (IOException | DamagedCiphertextException unreadable) {
            LOG.atError()
                    .setCause(unreadable)
                    .addKeyValue("contact", recording.name().contact())
                    .log("A recording cannot be read");
            throw Problem.unavailable("recording.unreadable", "The recording is damaged or not there");
        }
    }
}
