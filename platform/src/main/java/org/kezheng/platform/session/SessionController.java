package org.kezheng.platform.session;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.http.Problem;
import org.kezheng.platform.http.SessionCookie;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.identity.SessionEnd;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.identity.SignInOutcome;
import org.kezheng.security.identity.SignIns;
import org.kezheng.security.secret.SecretString;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session`: signing in and out.
@RestController
class SessionController {
    private final SignIns signIns;
    private final Sessions sessions;
    private final Directory directory;
    private final SignInListener listener;

    SessionController(SignIns signIns, Sessions sessions, Directory directory, SignInListener listener) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.directory = directory;
        this.listener = listener;
    }

    /// @param totp of accounts that have a second factor; none has one in this version
    record SignIn(
            @Nullable String user,
            @Nullable String password,
            @Nullable String totp) {
        @Override
        public String toString() {
            return "SignIn[REDACTED]";
        }
    }

    @PostMapping("/api/session")
    Me signIn(@RequestBody SignIn request, CsrfToken csrf, HttpServletResponse response) {
        String user = required("user", request.user());
        String password = required("password", request.password());
        SignInOutcome outcome = signIns.signIn(user, new SecretString(password));
        return switch (outcome) {
            case SignInOutcome.Accepted accepted -> {
                // Reading the token makes the filter set its cookie. The session's is added to the response itself:
                // the headers of a ResponseEntity take the place of those that are there.
                csrf.getToken();
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.holding(accepted.token()).toString());
                listener.signedIn(accepted.who());
                yield Me.of(accepted.who(), directory);
            }
            case SignInOutcome.Refused ignored ->
                throw Problem.unauthorized("sign-in.refused", "User or password is wrong");
            case SignInOutcome.Locked locked ->
                throw Problem.locked(
                        "sign-in.locked", Math.max(1, locked.retryAfter().toSeconds()));
        };
    }

    @GetMapping("/api/session")
    Me whoAmI(@AuthenticationPrincipal @Nullable SignedIn who, CsrfToken csrf) {
        csrf.getToken();
        if (who == null) {
            throw Problem.unauthorized("session.required", "Sign in first");
        }
        return Me.of(who, directory);
    }

    @DeleteMapping("/api/session")
    ResponseEntity<Void> signOut(@AuthenticationPrincipal SignedIn who) {
        sessions.end(who.session(), SessionEnd.Cause.SIGNED_OUT);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.deleted().toString())
                .build();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "field.required", "The field is missing");
        }
        return value;
    }
}
