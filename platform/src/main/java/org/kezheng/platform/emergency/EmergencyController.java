package org.kezheng.platform.emergency;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/emergency`: the switch of the own client.
@RestController
class EmergencyController {
    private static final int MOST_CHARACTERS = 200;

    private final EmergencySwitch lines;

    EmergencyController(EmergencySwitch lines) {
        this.lines = lines;
    }

    record WantedTurn(
            @Nullable String mode,
            @Nullable String cause,
            @Nullable String text,
            @Nullable String textEn) {}

    @GetMapping("/api/emergency")
    EmergencyView current(@AuthenticationPrincipal SignedIn who) {
        return lines.of(who.client());
    }

    @PutMapping("/api/emergency")
    EmergencyView turn(@AuthenticationPrincipal SignedIn who, @RequestBody WantedTurn wanted) {
        EmergencyMode mode = EmergencyMode.of(given(wanted.mode()))
                .orElseThrow(() -> Problem.invalid("mode", "emergency.mode", "off, notice or closed"));
        EmergencyCause cause = EmergencyCause.of(given(wanted.cause()))
                .orElseThrow(() -> Problem.invalid(
                        "cause",
                        "emergency.cause",
                        "weather, power, network, fire, epidemic, authority, drill, over or other"));
        return lines.turn(who, mode, cause, wording(wanted));
    }

    private static String given(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static EmergencySwitch.Wording wording(WantedTurn wanted) {
        return new EmergencySwitch.Wording(text("text", wanted.text()), text("textEn", wanted.textEn()));
    }

    private static @Nullable String text(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.strip();
        if (text.length() > MOST_CHARACTERS || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(field, "emergency.text", "At most 200 characters on one line");
        }
        return text;
    }
}
