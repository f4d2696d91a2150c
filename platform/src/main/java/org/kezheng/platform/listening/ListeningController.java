package org.kezheng.platform.listening;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.CallPath;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A supervisor listens in to a call; an agent acknowledges that this happens; who has done so is listed.
@RestController
class ListeningController {
    private final Listenings listenings;
    private final Notices notices;
    private final Acknowledgements acknowledgements;

    ListeningController(Listenings listenings, Notices notices, Acknowledgements acknowledgements) {
        this.listenings = listenings;
        this.notices = notices;
        this.acknowledgements = acknowledgements;
    }

    record WantedListening(@Nullable String mode) {}

    record Acknowledged(@Nullable Integer version) {}

    @PostMapping("/api/calls/{id}/listening")
    Listenings.ListeningView listen(
            @PathVariable("id") String id, @AuthenticationPrincipal SignedIn who, @RequestBody WantedListening wanted) {
        String mode = wanted.mode() == null ? "" : wanted.mode();
        return listenings.listen(
                who,
                CallPath.call(id),
                ListenerMode.of(mode)
                        .orElseThrow(() -> Problem.invalid("mode", "listening.mode", "listen, whisper or barge")));
    }

    @DeleteMapping("/api/calls/{id}/listening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        listenings.end(who, CallPath.call(id));
    }

    @GetMapping("/api/agent/notice")
    Notices.NoticeView notice(@AuthenticationPrincipal SignedIn who) {
        return notices.of(who);
    }

    @GetMapping("/api/notice-acknowledgements")
    Acknowledgements.AcknowledgementList acknowledgements(@AuthenticationPrincipal SignedIn who) {
        return acknowledgements.of(who.client());
    }

    @PostMapping("/api/agent/notice")
    Notices.NoticeView acknowledge(@AuthenticationPrincipal SignedIn who, @RequestBody Acknowledged acknowledged) {
        Integer version = acknowledged.version();
        if (version == null) {
            throw Problem.invalid("version", "field.required", "The field is missing");
        }
        return notices.acknowledge(who, version);
    }
}
