package org.kezheng.platform.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.phones.Softphone;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.secret.SecretString;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agent`: the signed-in agent's own state, device and wrap-up.
@RestController
@RequestMapping("/api/agent")
class AgentController {
    private final AgentDesk desk;
    private final Phones phones;
    private final MobileChoice mobiles;

    AgentController(AgentDesk desk, Phones phones, MobileChoice mobiles) {
        this.mobiles = mobiles;
        this.desk = desk;
        this.phones = phones;
    }

    record WantedState(@Nullable String state, @Nullable String reason) {}

    record WantedDevice(
            @Nullable String sip,
            @Nullable Boolean browser,
            @Nullable Boolean mobile) {
        /// The devices that it names, in the order of its fields.
        List<String> named() {
            return Stream.of(
                            sip == null ? null : "sip",
                            Boolean.TRUE.equals(browser) ? "browser" : null,
                            Boolean.TRUE.equals(mobile) ? "mobile" : null)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    record WrapUp(
            @Nullable String call,
            @Nullable String disposition,
            @Nullable String note) {
        @Override
        public String toString() {
            return "WrapUp[" + call + ", [REDACTED]]";
        }
    }

    record SoftphoneAccess(String wssUrl, String uri, String user, String password) {
        @Override
        public String toString() {
            return "SoftphoneAccess[REDACTED]";
        }
    }

    @GetMapping
    AgentView view(@AuthenticationPrincipal SignedIn who) {
        return desk.view(who);
    }

    @PutMapping("/state")
    AgentView changeState(@AuthenticationPrincipal SignedIn who, @RequestBody WantedState wanted) {
        String state = wanted.state();
        if ("ready".equals(state)) {
            return desk.makeReady(who);
        }
        if ("not-ready".equals(state)) {
            return desk.makeNotReady(who, required("reason", wanted.reason()));
        }
        throw Problem.invalid("state", "agent.state", "ready or not-ready");
    }

    @PutMapping("/device")
    AgentView chooseDevice(@AuthenticationPrincipal SignedIn who, @RequestBody WantedDevice wanted) {
        List<String> named = wanted.named();
        if (named.size() != 1) {
            throw Problem.invalid(
                    named.isEmpty() ? "sip" : named.get(1), "device.choice", "One of sip, browser, mobile");
        }
        String sip = wanted.sip();
        if (sip != null) {
            if (!phones.useSip(who, sip)) {
                throw Problem.invalid("sip", "device.address", "host:port of a phone in the phones' networks");
            }
        } else if (Boolean.TRUE.equals(wanted.browser())) {
            phones.useBrowser(who);
        } else {
            mobiles.choose(who);
        }
        return desk.view(who);
    }

    @GetMapping("/mobile")
    MobileChoice.Standing mobile(@AuthenticationPrincipal SignedIn who) {
        return mobiles.standing(who);
    }

    @GetMapping("/softphone")
    ResponseEntity<SoftphoneAccess> softphone(@AuthenticationPrincipal SignedIn who) {
        Softphone line = phones.softphone(who);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SoftphoneAccess(
                        line.wssUrl(), line.uri(), line.user(), line.password().reveal()));
    }

    @PostMapping("/wrap-up")
    AgentView wrapUp(@AuthenticationPrincipal SignedIn who, @RequestBody WrapUp wrapUp) {
        String note = wrapUp.note() == null ? "" : wrapUp.note();
        return desk.completeWrapUp(
                who,
                contact(required("call", wrapUp.call())),
                required("disposition", wrapUp.disposition()),
                new SecretString(note));
    }

    private static ContactId contact(String call) {
        try {
            return new ContactId(Long.parseLong(call));
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid("call", "call.id", "A call's id");
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "field.required", "The field is missing");
        }
        return value;
    }
}
