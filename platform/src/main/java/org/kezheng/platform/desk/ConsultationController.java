package org.kezheng.platform.desk;

import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.CallPath;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.live.AgentView;
import org.kezheng.security.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// An agent consults a colleague about the call in hand. Each act answers with how the agent stands afterwards.
@RestController
@RequestMapping("/api/calls/{id}/consultation")
class ConsultationController {
    private final Consultations consultations;

    ConsultationController(Consultations consultations) {
        this.consultations = consultations;
    }

    record Asked(
            @Nullable String queue,
            @Nullable String agent,
            @Nullable String outsideNumber) {}

    @PostMapping
    AgentView begin(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who, @RequestBody Asked asked) {
        String queue = asked.queue();
        String agent = asked.agent();
        String number = asked.outsideNumber();
        if (number != null && queue == null && agent == null) {
            return consultations.consultOutside(who, CallPath.call(id), number);
        }
        if (queue != null && agent == null && number == null) {
            return consultations.consultQueue(who, CallPath.call(id), queue);
        }
        if (agent != null && queue == null && number == null) {
            return consultations.consultAgent(who, CallPath.call(id), agent);
        }
        throw Problem.invalid("agent", "transfer.target", "One of agent, queue and outsideNumber");
    }

    @PostMapping("/swap")
    AgentView swap(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return consultations.swap(who, CallPath.call(id));
    }

    @PostMapping("/conference")
    AgentView confer(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return consultations.confer(who, CallPath.call(id));
    }

    @PostMapping("/completion")
    AgentView complete(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return consultations.complete(who, CallPath.call(id));
    }

    @DeleteMapping
    AgentView cancel(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return consultations.cancel(who, CallPath.call(id));
    }
}
