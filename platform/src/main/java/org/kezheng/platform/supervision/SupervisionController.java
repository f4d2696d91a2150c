package org.kezheng.platform.supervision;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.CallPath;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.security.access.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A supervisor's acts on calls and agents. Each names its cause.
@RestController
class SupervisionController {
    private final Supervision supervision;
    private final OwnCalls ownCalls;

    SupervisionController(Supervision supervision, OwnCalls ownCalls) {
        this.supervision = supervision;
        this.ownCalls = ownCalls;
    }

    record WantedMove(@Nullable String queue, @Nullable String cause) {}

    record WantedAgent(@Nullable String agent, @Nullable String cause) {}

    record WantedState(
            @Nullable String state,
            @Nullable String reason,
            @Nullable String cause) {}

    record WantedEnd(@Nullable String cause) {}

    @PostMapping("/api/calls/{id}/move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@AuthenticationPrincipal SignedIn who, @PathVariable("id") String id, @RequestBody WantedMove wanted) {
        supervision.move(who, CallPath.call(id), required("queue", wanted.queue()), cause(wanted.cause()));
    }

    @PostMapping("/api/calls/{id}/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@AuthenticationPrincipal SignedIn who, @PathVariable("id") String id, @RequestBody WantedAgent wanted) {
        supervision.assign(who, CallPath.call(id), required("agent", wanted.agent()), cause(wanted.cause()));
    }

    @PostMapping("/api/calls/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@AuthenticationPrincipal SignedIn who, @PathVariable("id") String id, @RequestBody WantedEnd wanted) {
        supervision.release(who, CallPath.call(id), cause(wanted.cause()));
    }

    @PostMapping("/api/calls/{id}/take-over")
    AgentView takeOver(
            @AuthenticationPrincipal SignedIn who, @PathVariable("id") String id, @RequestBody WantedEnd wanted) {
        return ownCalls.takeOver(who, CallPath.call(id), cause(wanted.cause()));
    }

    @PostMapping("/api/calls/{id}/pull")
    AgentView pull(
            @AuthenticationPrincipal SignedIn who, @PathVariable("id") String id, @RequestBody WantedEnd wanted) {
        return ownCalls.pull(who, CallPath.call(id), cause(wanted.cause()));
    }

    @PutMapping("/api/agents/{agent}/state")
    AgentView changeState(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("agent") String agent,
            @RequestBody WantedState wanted) {
        String state = required("state", wanted.state());
        return switch (state) {
            case "ready" -> supervision.makeReady(who, agent, cause(wanted.cause()));
            case "not-ready" ->
                supervision.makeNotReady(who, agent, required("reason", wanted.reason()), cause(wanted.cause()));
            default -> throw Problem.invalid("state", "agent.state", "ready or not-ready");
        };
    }

    @PostMapping("/api/agents/{agent}/sign-out")
    AgentView signOut(
            @AuthenticationPrincipal SignedIn who, @PathVariable("agent") String agent, @RequestBody WantedEnd wanted) {
        return supervision.signOut(who, agent, cause(wanted.cause()));
    }

    private static Cause cause(@Nullable String code) {
        return Cause.of(required("cause", code))
                .orElseThrow(() -> Problem.invalid(
                        "cause", "supervision.cause", "staffing, customer, quality, fault, emergency or other"));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "field.required", "The field is missing");
        }
        return value;
    }
}
