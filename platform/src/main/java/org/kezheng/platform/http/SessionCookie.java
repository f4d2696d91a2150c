package org.kezheng.platform.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.kezheng.security.identity.SessionToken;
import org.springframework.http.ResponseCookie;

/// The cookie that holds a session's token: not readable by scripts, sent over TLS only, never across sites.
public final class SessionCookie {
    public static final String NAME = "KZ_SESSION";

    private SessionCookie() {}

    /// The cookie to set after a sign-in. It ends with the browser's session; the server ends it earlier.
    public static ResponseCookie holding(SessionToken token) {
        return base(token.reveal()).build();
    }

    /// Deletes the cookie.
    public static ResponseCookie deleted() {
        return base("").maxAge(0).build();
    }

    static Optional<SessionToken> tokenOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                return SessionToken.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static ResponseCookie.ResponseCookieBuilder base(String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/");
    }
}
