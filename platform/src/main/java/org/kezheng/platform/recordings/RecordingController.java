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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/calls/{id}/recording`: a WAV file, in parts if asked; `?offer=` names one of several talks. Nobody hears what
/// the ledger did not take.
@RestController
class RecordingController {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingController.class);
    private static final int MAX_DIGITS = 18;

    private final Recordings recordings;
    private final Playbacks playbacks;

    RecordingController(Recordings recordings, Playbacks playbacks) {
        this.recordings = recordings;
        this.playbacks = playbacks;
    }

    @GetMapping("/api/calls/{id}/recording")
    void play(
            @PathVariable("id") String id,
            @RequestParam(name = "offer", required = false) @Nullable String offer,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @AuthenticationPrincipal SignedIn who,
            HttpServletResponse response)
            throws IOException {
        Recording recording = asked(who, id, offer).orElseThrow(() -> Problem.notFound("recording.unknown"));
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
            send(audio, asked.get(), range != null, response);
        }
    }

    /// Of the talk that the offer names; of the last one where none is named.
    private Optional<Recording> asked(SignedIn who, String id, @Nullable String offer) {
        Optional<Long> contact = number(id);
        if (offer == null) {
            return contact.flatMap(call -> recordings.of(who.client(), call));
        }
        return contact.flatMap(call -> number(offer).flatMap(talk -> recordings.ofTalk(who.client(), call, talk)));
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

    private static Optional<Long> number(String id) {
        boolean isNumber = !id.isEmpty()
                && id.length() <= MAX_DIGITS
                && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }
}
