package org.kezheng.platform.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agent-mobiles` and `/api/agents/{agent}/mobile`: on which mobile an agent may answer.
@RestController
class AgentMobileController {
    private final AgentMobiles mobiles;
    private final Gate gate;
    private final ParameterChanges parameters;
    private final Directory directory;

    AgentMobileController(AgentMobiles mobiles, Gate gate, ParameterChanges parameters, Directory directory) {
        this.mobiles = mobiles;
        this.gate = gate;
        this.parameters = parameters;
        this.directory = directory;
    }

    /// @param number masked; absent where none is set
    record AgentMobileView(
            String agent,
            String displayName,
            @Nullable String number,
            @Nullable String setBy,
            @Nullable Instant setAt) {}

    /// @param allowed whether agents may choose their mobile now
    record AgentMobileList(boolean allowed, List<AgentMobileView> items) {}

    record WantedMobile(@Nullable String number) {
        @Override
        public String toString() {
            return "WantedMobile[REDACTED]";
        }
    }

    @GetMapping("/api/agent-mobiles")
    AgentMobileList all(@AuthenticationPrincipal SignedIn who) {
        Map<Integer, AgentMobiles.AgentMobile> known = mobiles.all();
        List<AgentMobileView> items = directory.definition().agents().stream()
                .filter(agent -> isAgentOf(agent.id(), who))
                .map(agent -> view(agent.id(), known.get(agent.id())))
                .sorted(Comparator.comparing(AgentMobileView::agent))
                .toList();
        return new AgentMobileList(
                directory.isOutboundEnabled() && parameters.inForce().mayUseMobiles(), items);
    }

    @PutMapping("/api/agents/{agent}/mobile")
    AgentMobileView set(
            @PathVariable("agent") String agent,
            @RequestBody WantedMobile wanted,
            @AuthenticationPrincipal SignedIn who) {
        int id = own(agent, who);
        NormalisedNumber number = NormalisedNumber.of(Objects.requireNonNullElse(wanted.number(), ""))
                .filter(gate::isDiallable)
                .orElseThrow(() -> Problem.invalid("number", "agent-mobile.form", "A telephone number is expected"));
        return view(id, mobiles.set(id, number, who));
    }

    @DeleteMapping("/api/agents/{agent}/mobile")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("agent") String agent, @AuthenticationPrincipal SignedIn who) {
        if (!mobiles.remove(own(agent, who), who)) {
            throw Problem.notFound("agent-mobile.none");
        }
    }

    private int own(String user, SignedIn who) {
        return directory
                .agent(user)
                .map(AgentId::value)
                .filter(agent -> isAgentOf(agent, who))
                .orElseThrow(() -> Problem.notFound("agent.unknown"));
    }

    /// Supervisors who take calls have phones of their own.
    private boolean isAgentOf(int agent, SignedIn who) {
        return directory.isAgentsAccount(agent)
                && directory.clientOfAgent(agent).filter(who.client()::equals).isPresent();
    }

    private AgentMobileView view(int agent, AgentMobiles.@Nullable AgentMobile mobile) {
        return new AgentMobileView(
                directory.agentUser(agent),
                directory.displayName(agent),
                mobile == null ? null : mobile.maskedNumber(),
                mobile == null ? null : mobile.setBy(),
                mobile == null ? null : mobile.setAt());
    }
}
