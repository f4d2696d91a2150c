package org.kezheng.platform.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.kezheng.security.access.SignedInAuthentication;
import org.kezheng.security.identity.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.ObjectMapper;

/// Denies by default: pages of the console are public, everything else is what [AccessTable] says.
@Configuration(proxyBeanMethods = false)
class HttpSecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSecurityConfiguration.class);
    private static final String[] CONSOLE = Stream.concat(
                    Stream.of("/index.html", "/favicon.svg", "/favicon.ico", "/assets/**"),
                    ConsolePages.addresses().stream())
            .toArray(String[]::new);

    private final ObjectMapper json;

    HttpSecurityConfiguration(ObjectMapper json) {
        this.json = json;
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Sessions sessions, @Value("${kezheng.pbx.wss-url}") String wssUrl) throws Exception {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .addFilterBefore(new SessionFilter(sessions), CsrfFilter.class)
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfTokens())
                        .ignoringRequestMatchers(request -> isOpenWrite(request)))
                .authorizeHttpRequests(requests -> {
                    // What failed is told as what it is; the answer holds nothing that anybody asked for.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers(HttpMethod.GET, CONSOLE).permitAll();
                    for (AccessTable.Line line : AccessTable.lines()) {
                        var matched = requests.requestMatchers(line.method(), line.path());
                        if (line.isOpen()) {
                            matched.permitAll();
                        } else if (line.policies().isEmpty()) {
                            matched.authenticated();
                        } else {
                            matched.access(AuthorityAuthorizationManager.hasAnyAuthority(
                                    line.policies().toArray(String[]::new)));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, refusal) ->
                                write(response, HttpStatus.UNAUTHORIZED, "session.required", "Sign in first"))
                        .accessDeniedHandler(this::deny))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentPolicy(wssUrl)))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny()));
        return http.build();
    }

    /// There is no user store of Spring Security's: this keeps it from making one with a password in the log.
    @Bean
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(true).sameSite("Strict").path("/"));
        return tokens;
    }

    /// A sign-in carries no session that somebody else's page could use.
    private static boolean isOpenWrite(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && (request.getRequestURI().equals("/api/session")
                        || request.getRequestURI().equals("/api/administrator"));
    }

    /// The console's own files, its styles made at run time, its own host's sockets, and the PBX's. A microphone
    /// is asked for by the console itself only.
    private static String contentPolicy(String wssUrl) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "font-src 'self' data:; media-src 'self' blob: data:; connect-src 'self' " + origin(wssUrl)
                + "; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'";
    }

    private static String origin(String wssUrl) {
        URI uri = URI.create(wssUrl);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /// A forgotten token is not a question of the role, and whoever wrote the script should not look there.
    private void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "request.token",
                    "A write carries the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN");
        } else {
            // Not the address: somebody may have written anything into it.
            if (request.getUserPrincipal() instanceof SignedInAuthentication person) {
                LOG.info(
                        "A {} was refused to the role {}",
                        request.getMethod(),
                        person.getPrincipal().role());
            }
            write(response, HttpStatus.FORBIDDEN, "access.denied", "Your role may not do this");
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, String rule, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(Map.of(
                        "type",
                        "urn:kezheng:problem:" + rule,
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        status.value(),
                        "detail",
                        detail,
                        "rule",
                        rule)));
    }
}
