package org.kezheng.platform.recordings;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/calls/{id}/recording`: a WAV file, in parts if asked; `?offer=` names one of several talks. Nobody hears what
/// the ledger did not take.
@RestController
class RecordingController {
    private static final int MAX_DIGITS = 18;

    private final Recordings recordings;
    private final RecordingSound sound;

    RecordingController(Recordings recordings, RecordingSound sound) {
        this.recordings = recordings;
        this.sound = sound;
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
        sound.play(recording, who, range, response);
    }

    /// Of the talk that the offer names; of the last one where none is named.
    private Optional<Recording> asked(SignedIn who, String id, @Nullable String offer) {
        Optional<Long> contact = number(id);
        if (offer == null) {
            return contact.flatMap(call -> recordings.of(who.client(), call));
        }
        return contact.flatMap(call -> number(offer).flatMap(talk -> recordings.ofTalk(who.client(), call, talk)));
    }

    private static Optional<Long> number(String id) {
        boolean isNumber = !id.isEmpty()
                && id.length() <= MAX_DIGITS
                && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }
}
