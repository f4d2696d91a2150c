package org.kezheng.platform.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Fields;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/emergency`: the switch of the own client; `/api/emergencies`: when it was on, and whom it met.
@RestController
class EmergencyController {
    private static final int MOST_CHARACTERS = 200;
    private static final int PAGE = 50;
    private static final int MOST = 200;

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

    /// @param next the value of `after` that gives the page after
    record EmergencyPage(List<EmergencyRun> items, @Nullable String next) {}

    /// The last ones first.
    ///
    /// @param limit emergencies in a page, 1 to 200; 50 when absent
    /// @param after the `next` of the page before
    @GetMapping("/api/emergencies")
    EmergencyPage all(
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn who) {
        int size = limit == null ? PAGE : (int) Fields.number("limit", limit, 1, MOST);
        long before = after == null ? Long.MAX_VALUE : Fields.number("after", after, 1, Long.MAX_VALUE);
        List<EmergencyRun> found = lines.runs(who.client(), before, size + 1);
        List<EmergencyRun> page = found.subList(0, Math.min(size, found.size()));
        return new EmergencyPage(page, found.size() > size ? page.getLast().id() : null);
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
