package org.kezheng.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.gate.GateRecord;
import org.kezheng.platform.gate.GateRequest;
import org.kezheng.platform.gate.NumberChoice;
import org.kezheng.platform.gate.Vouchers;
import org.kezheng.platform.gate.Way;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.outside.NewOutsideCall;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agent/calls`: the agent calls somebody. The agent's phone rings first.
@RestController
@RequestMapping("/api/agent/calls")
class ClickToCallController {
    private final ClickToCall clicks;
    private final OutsideCalls calls;
    private final NumberChoice numbers;

    ClickToCallController(ClickToCall clicks, OutsideCalls calls, NumberChoice numbers) {
        this.clicks = clicks;
        this.calls = calls;
        this.numbers = numbers;
    }

    record WantedCall(
            @Nullable String number,
            @Nullable String customer,
            @Nullable String purpose,
            @Nullable String voucher,
            @Nullable String ownNumber) {
        @Override
        public String toString() {
            return "WantedCall[REDACTED]";
        }
    }

    record Begun(String call) {}

    /// What came of a call; `result` is null while that is not known, `rules` are those that refused it when it
    /// was to be dialled.
    record Outcome(@Nullable String result, List<String> rules) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun call(@RequestBody WantedCall wanted, @AuthenticationPrincipal SignedIn who) {
        String purpose = wanted.purpose();
        if (purpose == null || purpose.isBlank()) {
            throw Problem.invalid("purpose", "field.required", "The field is missing");
        }
        NewOutsideCall call = new NewOutsideCall(
                Way.CLICK_TO_CALL,
                purpose,
                numbers.chosen(wanted.number(), wanted.customer()),
                Vouchers.consent(wanted.voucher()),
                wanted.ownNumber());
        return new Begun(Long.toString(clicks.call(call, who)));
    }

    @GetMapping("/{id}")
    Outcome outcome(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        if (!id.matches("[1-9]\\d{0,17}") || !isOwn(id, who)) {
            throw Problem.notFound("call.unknown");
        }
        long contact = Long.parseLong(id);
        List<String> rules = calls.decisions(contact).stream()
                .filter(decision -> decision.stage().equals(GateRequest.Stage.DIALLED.code()))
                .map(GateRecord::rules)
                .filter(refused -> !refused.isEmpty())
                .findFirst()
                .orElse(List.of());
        String result = calls.resultOf(contact)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(rules.isEmpty() ? null : "refused");
        return new Outcome(result, Objects.requireNonNull(rules));
    }

    /// Asked for by this person, or a call back that has come to this agent.
    private boolean isOwn(String id, SignedIn who) {
        return id.equals(clicks.presentCall(who)) || calls.isAskedBy(Long.parseLong(id), who.user());
    }
}
