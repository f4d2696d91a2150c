package org.kezheng.platform.desk;

import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
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

    record Target(@Nullable String queue, @Nullable String agent) {}

    @GetMapping("/api/agent/transfer-targets")
    TransferTargets targets(@AuthenticationPrincipal SignedIn who) {
        return acts.targets(who);
    }

    @PostMapping("/api/calls/{id}/transfer")
    AgentView transfer(
            @PathVariable("id") String id, @AuthenticationPrincipal SignedIn who, @RequestBody Target target) {
        String queue = target.queue();
        String agent = target.agent();
        if (queue != null && agent == null) {
            return acts.transferToQueue(who, call(id), queue);
        }
        if (agent != null && queue == null) {
            return acts.transferToAgent(who, call(id), agent);
        }
        throw Problem.invalid("queue", "transfer.target", "Either queue or agent");
    }

    private static ContactId call(String id) {
        try {
            return new ContactId(Long.parseLong(id));
        } catch (IllegalArgumentException wrong) {
            throw Problem.notFound("call.unknown");
        }
    }
}
