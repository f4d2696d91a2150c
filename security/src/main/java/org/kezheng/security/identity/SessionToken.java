package org.kezheng.security.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret of a session: 256 random bits, base64url. It is shown to its owner alone and stored hashed.
public record SessionToken(String reveal) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public SessionToken {
        if (!FORM.matcher(reveal).matches()) {
            throw new IllegalArgumentException("Not a session token");
        }
    }

    static SessionToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Reads what a cookie holds; empty when it cannot be a token.
    public static Optional<SessionToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
