package org.kezheng.platform.calls;

import java.util.Optional;
import org.kezheng.evidence.calls.Call;
import org.kezheng.evidence.calls.CallFilter;
import org.kezheng.evidence.calls.CallPage;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Fields;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.Policy;
import org.kezheng.security.access.SignedIn;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/api/calls`. Whoever may read own calls only gets those that this person answered; the others do not exist here.
@RestController
class CallController {
    private final Calls calls;
    private final Directory directory;
    private final CallParticulars particulars;
    private final CallExplanations explanations;
    private final CallLooks looks;

    CallController(
            Calls calls,
            Directory directory,
            CallParticulars particulars,
            CallExplanations explanations,
            CallLooks looks) {
        this.calls = calls;
        this.directory = directory;
        this.particulars = particulars;
        this.explanations = explanations;
        this.looks = looks;
    }

    @GetMapping("/api/calls")
    CallPageView calls(@ParameterObject CallQuery query, @AuthenticationPrincipal SignedIn who) {
        CallFilter filter = query.filter(directory, who.client());
        return CallPageView.of(pageFor(who, filter), directory);
    }

    @GetMapping("/api/calls/{id}")
    CallDetailsView call(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        Call call = visible(id, who);
        looks.enter(call, who);
        return particulars.of(call, who);
    }

    @GetMapping("/api/calls/{id}/explanation")
    ExplanationView explanation(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        return explanations.of(visible(id, who));
    }

    private CallPage pageFor(SignedIn who, CallFilter filter) {
        if (who.role().allows(Policy.CALL_READ)) {
            return calls.matching(filter);
        }
        int own = who.account().value();
        Integer asked = filter.agent();
        if (asked != null && asked != own) {
            return CallPage.EMPTY;
        }
        return calls.matching(filter.ofAgent(own));
    }

    private Call visible(String id, SignedIn who) {
        return Fields.decimal(id).stream()
                .boxed()
                .flatMap(contact -> calls.withId(contact).stream())
                .filter(call -> isVisible(call, who))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("call.unknown"));
    }

    private static boolean isVisible(Call call, SignedIn who) {
        return who.role().allows(Policy.CALL_READ)
                || Optional.ofNullable(call.agent())
                        .filter(agent -> agent == who.account().value())
                        .isPresent();
    }
}
