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

/// `/api/calls/{id}/self-service`: the agent lends the caller, and takes the caller back. Each act answers with how the
/// agent stands afterwards; what comes of it is told by the live stream.
@RestController
@RequestMapping("/api/calls/{id}/self-service")
class SelfServiceController {
    private final SelfServices services;

    SelfServiceController(SelfServices services) {
        this.services = services;
    }

    record Wanted(@Nullable String flow) {}

    @PostMapping
    AgentView lend(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who, @RequestBody Wanted wanted) {
        String flow = wanted.flow();
        if (flow == null || flow.isBlank()) {
            throw Problem.invalid("flow", "field.required", "The field is missing");
        }
        return services.lend(who, CallPath.call(id), flow);
    }

    @DeleteMapping
    AgentView takeBack(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return services.takeBack(who, CallPath.call(id));
    }
}
