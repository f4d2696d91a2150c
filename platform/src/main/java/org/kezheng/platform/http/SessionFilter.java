package org.kezheng.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kezheng.security.access.RemoteAddress;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.access.SignedInAuthentication;
import org.kezheng.security.identity.Sessions;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says who asks, by the session's cookie, and puts the person's client and address in scope for the whole request.
final class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> who = SessionCookie.tokenOf(request).flatMap(sessions::use);
        if (who.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedInAuthentication(who.get()));
        SecurityContextHolder.setContext(context);
        try {
            callInScope(who.get(), request, response, chain);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void callInScope(
            SignedIn who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            RemoteAddress.call(
                    request.getRemoteAddr(),
                    () -> ClientScope.call(who.client(), () -> {
                        chain.doFilter(request, response);
                        return true;
                    }));
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
