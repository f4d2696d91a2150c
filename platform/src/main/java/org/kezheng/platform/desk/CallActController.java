package org.kezheng.platform.desk;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.CallPath;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.platform.live.TransferTargets;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What an agent does with the call in hand. Each act answers with how the agent stands afterwards.
@RestController
class CallActController {
    private final CallActs acts;

    CallActController(CallActs acts) {
        this.acts = acts;
    }

    record Target(
            @Nullable String queue,
            @Nullable String agent,
            @Nullable String outsideNumber) {
        /// Whether one is given, and one alone.
        boolean isOne() {
            return Stream.of(queue, agent, outsideNumber)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }
    }

    /// `busy`, `no-answer`, `declined`, `unknown-number` or `no-trunk`; null: somebody was reached, or nobody
    /// called.
    record OutsideOutcome(@Nullable String result) {}

    @GetMapping("/api/agent/transfer-targets")
    TransferTargets targets(@AuthenticationPrincipal SignedIn who) {
        return acts.targets(who);
    }

    @PostMapping("/api/calls/{id}/transfer")
    AgentView transfer(
            @PathVariable("id") String id, @AuthenticationPrincipal SignedIn who, @RequestBody Target target) {
        String queue = target.queue();
        String agent = target.agent();
        String number = target.outsideNumber();
        if (target.isOne() && queue != null) {
            return acts.transferToQueue(who, CallPath.call(id), queue);
        }
        if (target.isOne() && agent != null) {
            return acts.transferToAgent(who, CallPath.call(id), agent);
        }
        if (target.isOne() && number != null) {
            return acts.transferOutside(who, CallPath.call(id), number);
        }
        throw Problem.invalid("queue", "transfer.target", "One of queue, agent and outsideNumber");
    }

    @GetMapping("/api/calls/{id}/outside-result")
    OutsideOutcome outsideResult(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return new OutsideOutcome(acts.outsideResult(who, CallPath.call(id))
                .map(result -> result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(null));
    }
}
