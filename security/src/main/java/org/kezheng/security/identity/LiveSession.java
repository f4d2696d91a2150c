package org.kezheng.security.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.access.SignedIn;

/// A session in memory. Only the instants of use change.
final class LiveSession {
    private final SignedIn who;
    private final byte[] tokenHash;
    private final Instant signedInAt;
    private volatile Instant lastActiveAt;
    private volatile Instant lastWrittenAt;

    private LiveSession(SignedIn who, byte[] tokenHash, Instant signedInAt, Instant lastActiveAt) {
        this.who = who;
        this.tokenHash = tokenHash;
        this.signedInAt = signedInAt;
        this.lastActiveAt = lastActiveAt;
        this.lastWrittenAt = lastActiveAt;
    }

    static LiveSession of(Account account, UUID id, byte[] tokenHash, Instant signedInAt, Instant lastActiveAt) {
        SignedIn who = new SignedIn(
                new SessionId(id),
                account.id(),
                account.user(),
                account.displayName(),
                account.role(),
                account.client());
        return new LiveSession(who, tokenHash, signedInAt, lastActiveAt);
    }

    SignedIn who() {
        return who;
    }

    byte[] tokenHash() {
        return tokenHash;
    }

    Instant signedInAt() {
        return signedInAt;
    }

    Instant lastActiveAt() {
        return lastActiveAt;
    }

    /// Notes a use. Uses noted at the same time by two threads may be exchanged, which costs nothing.
    void touch(Instant now) {
        if (now.isAfter(lastActiveAt)) {
            lastActiveAt = now;
        }
    }

    /// Whether the use that the database knows of is so much older that it should be told.
    boolean isUnwritten(Duration grain) {
        return !lastActiveAt.isBefore(lastWrittenAt.plus(grain));
    }

    void written(Instant at) {
        lastWrittenAt = at;
    }

    Optional<SessionEnd.Cause> expiry(Instant now, SessionLimits limits) {
        if (!now.isBefore(signedInAt.plus(limits.greatestAge()))) {
            return Optional.of(SessionEnd.Cause.TOO_OLD);
        }
        if (!now.isBefore(lastActiveAt.plus(limits.idleOf(who.role())))) {
            return Optional.of(SessionEnd.Cause.IDLE);
        }
        return Optional.empty();
    }

    SessionView view() {
        return new SessionView(who, signedInAt, lastActiveAt);
    }
}
