package org.kezheng.platform.desk;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.CallPath;
import org.kezheng.platform.live.AgentView;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hold, mute and keys, by the platform and so for every kind of phone.
@RestController
@RequestMapping("/api/calls/{id}")
class TalkActController {
    private final TalkActs acts;

    TalkActController(TalkActs acts) {
        this.acts = acts;
    }

    record Mute(boolean muted) {}

    record WantedKeys(@Nullable String keys) {
        @Override
        public String toString() {
            return "WantedKeys[REDACTED]";
        }
    }

    record Pressed(int count) {}

    @PostMapping("/hold")
    AgentView hold(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return acts.hold(who, CallPath.call(id));
    }

    @DeleteMapping("/hold")
    AgentView resume(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return acts.resume(who, CallPath.call(id));
    }

    @GetMapping("/mute")
    Mute state(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return new Mute(acts.isMuted(who, CallPath.call(id)));
    }

    @PostMapping("/mute")
    Mute mute(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        acts.mute(who, CallPath.call(id));
        return new Mute(true);
    }

    @DeleteMapping("/mute")
    Mute unmute(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        acts.unmute(who, CallPath.call(id));
        return new Mute(false);
    }

    @PostMapping("/keys")
    Pressed press(
            @PathVariable("id") String id, @AuthenticationPrincipal SignedIn who, @RequestBody WantedKeys wanted) {
        String keys = wanted.keys();
        return new Pressed(acts.press(who, CallPath.call(id), keys == null ? null : new SecretString(keys)));
    }
}
