package org.kezheng.platform.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.CallPath;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agent/internal-calls`: an agent calls a colleague. The own phone rings first.
@RestController
@RequestMapping("/api/agent/internal-calls")
class ColleagueCallController {
    private final ColleagueCalls calls;

    ColleagueCallController(ColleagueCalls calls) {
        this.calls = calls;
    }

    record Wanted(@Nullable String agent) {}

    record Begun(String call) {}

    /// `talked`, `declined`, `no-answer`, `not-free`, `unreachable` or `given-up`; null while it is not known.
    record Outcome(@Nullable String result) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun call(@RequestBody Wanted wanted, @AuthenticationPrincipal SignedIn who) {
        String agent = wanted.agent();
        if (agent == null || agent.isBlank()) {
            throw Problem.invalid("agent", "field.required", "The user name of another agent");
        }
        return new Begun(Long.toString(calls.call(who, agent).value()));
    }

    @GetMapping("/{id}")
    Outcome outcome(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return new Outcome(calls.resultOf(who, CallPath.call(id))
                .map(result -> result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(null));
    }

    @DeleteMapping("/{id}")
    AgentView end(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return calls.end(who, CallPath.call(id));
    }
}
