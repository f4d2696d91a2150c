package org.kezheng.platform.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.identity.AdministratorInvitations;
import org.kezheng.security.identity.AdministratorInvitations.Redemption;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/administrator`: the way into a platform without accounts, by a token that works once.
@RestController
class AdministratorController {
    private final AdministratorInvitations invitations;
    private final Directory directory;

    AdministratorController(AdministratorInvitations invitations, Directory directory) {
        this.invitations = invitations;
        this.directory = directory;
    }

    record Claim(
            @Nullable String token,
            @Nullable String user,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Claim[REDACTED]";
        }
    }

    @PostMapping("/api/administrator")
    ResponseEntity<Map<String, String>> claim(@RequestBody Claim claim) {
        if (claim.token() == null || claim.token().isBlank()) {
            throw Problem.invalid("token", "field.required", "The field is missing");
        }
        if (claim.user() == null || claim.user().isBlank()) {
            throw Problem.invalid("user", "field.required", "The field is missing");
        }
        if (claim.password() == null || claim.password().isBlank()) {
            throw Problem.invalid("password", "field.required", "The field is missing");
        }
        ClientId client =
                new ClientId(directory.definition().clients().getFirst().id());
        Redemption redemption = invitations.redeem(
                new SecretString(claim.token().strip()), claim.user(), new SecretString(claim.password()), client);
        return switch (redemption) {
            case Redemption.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(Map.of(
                                "user", accepted.account().user(),
                                "role", accepted.account().role().code()));
            case Redemption.Refused ignored ->
                throw Problem.unauthorized("administrator.token", "The token is wrong or was used");
            case Redemption.Rejected rejected -> {
                var first = rejected.problems().getFirst();
                throw Problem.invalid(first.field(), first.rule(), first.explanation());
            }
        };
    }
}
