package org.kezheng.platform.recordings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// An agent pauses the recording of the talk in hand, and lets it go on.
@RestController
class PauseController {
    private final Pauses pauses;

    PauseController(Pauses pauses) {
        this.pauses = pauses;
    }

    record PauseView(
            boolean paused,
            @Nullable Instant since,
            @Nullable Instant until) {
        static PauseView of(Pauses.State state) {
            return new PauseView(state.isPaused(), state.since(), state.until());
        }
    }

    @GetMapping("/api/calls/{id}/recording/pause")
    PauseView state(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return PauseView.of(pauses.of(call(id), who.account().value()));
    }

    @PostMapping("/api/calls/{id}/recording/pause")
    PauseView pause(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return PauseView.of(pauses.pause(call(id), who.account().value()));
    }

    @PostMapping("/api/calls/{id}/recording/resume")
    PauseView resume(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return PauseView.of(pauses.resume(call(id), who.account().value()));
    }

    private static long call(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.notFound("call.unknown");
        }
        return Long.parseLong(id);
    }
}
