package org.kezheng.security.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.security.secret.SecretString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The live sessions. They are kept in memory and written through to the database: people who are signed in go on
/// working while the database is down and after the platform restarted. Beginning a session needs the database; using
/// and ending one does not (an end that could not be written is written by a later [#sweep]).
///
/// A session ends when it is signed out, revoked, unused for too long or too old. Whoever keeps a person busy by other
/// means than requests, such as a live call or an open WebSocket, calls [#touch].
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    /// The database is told of uses at this grain only; after a restart idleness is judged by what it was told.
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final SessionStore store;
    private final PlatformSecrets secrets;
    private final SessionLimits limits;
    private final ConcurrentMap<String, LiveSession> byToken = new ConcurrentHashMap<>();
    private final ConcurrentMap<SessionId, LiveSession> byId = new ConcurrentHashMap<>();
    private final List<Consumer<SessionEnd>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<SessionEnd> unwrittenEnds = new ConcurrentLinkedQueue<>();
    /// Keeps the opening of a session and the ending of all sessions of an account from crossing.
    private final ReentrantLock opening = new ReentrantLock();

    private Sessions(SessionStore store, PlatformSecrets secrets, SessionLimits limits) {
        this.store = store;
        this.secrets = secrets;
        this.limits = limits;
    }

    static Sessions load(SessionStore store, PlatformSecrets secrets, SessionLimits limits) {
        Sessions sessions = new Sessions(store, secrets, limits);
        store.load().forEach(sessions::keep);
        return sessions;
    }

    /// The person whose token this is, and notes that the session was used. Needs no database.
    public Optional<SignedIn> use(SessionToken token) {
        LiveSession session = byToken.get(tokenKey(token));
        return session == null || !isLiveAfterUse(session) ? Optional.empty() : Optional.of(session.who());
    }

    /// Notes that the session is in use; false when it has ended.
    public boolean touch(SessionId id) {
        LiveSession session = byId.get(id);
        return session != null && isLiveAfterUse(session);
    }

    /// Notes that all sessions of the account are in use.
    public void touch(AccountId account) {
        byId.values().stream().filter(session -> isOf(session, account)).forEach(this::isLiveAfterUse);
    }

    /// Ends the session; false when there was none.
    public boolean end(SessionId id, SessionEnd.Cause cause) {
        LiveSession session = byId.get(id);
        boolean isEnded = session != null && end(session, cause);
        writeEndsIfPossible();
        return isEnded;
    }

    /// Ends all sessions of the account and says how many.
    public int endAllOf(AccountId account, SessionEnd.Cause cause) {
        List<LiveSession> theirs = sessionsOf(account);
        int ended = (int) theirs.stream().filter(session -> end(session, cause)).count();
        writeEndsIfPossible();
        return ended;
    }

    /// The live sessions, oldest first.
    public List<SessionView> live() {
        Instant now = store.now();
        return byId.values().stream()
                .filter(session -> session.expiry(now, limits).isEmpty())
                .sorted(Comparator.comparing(LiveSession::signedInAt))
                .map(LiveSession::view)
                .toList();
    }

    /// Registers a listener for ends. It is called once per session, on the thread that ended it, with no lock held.
    public void onEnd(Consumer<SessionEnd> listener) {
        listeners.add(listener);
    }

    /// Ends what has expired and writes what is not yet written. Called every few seconds.
    public void sweep() {
        Instant now = store.now();
        for (LiveSession session : byId.values()) {
            session.expiry(now, limits).ifPresent(cause -> end(session, cause));
        }
        try {
            writeEnds();
            writeUses();
        } catch (DataAccessException | TransactionException down) {
            LOG.atWarn().log("Sessions are not written: the database does not answer");
        }
    }

    /// Begins a session for an account whose password was verified against the given hash.
    SignInOutcome open(Account account, String verifiedHash) {
        SessionToken token = SessionToken.random();
        Instant now = store.now();
        byte[] hash = hash(token);
        LiveSession session = LiveSession.of(account, UUID.randomUUID(), hash, now, now);
        opening.lock();
        try {
            if (!store.open(session, verifiedHash)) {
                return new SignInOutcome.Refused();
            }
            keep(session);
        } finally {
            opening.unlock();
        }
        endSurplus(account.id());
        return new SignInOutcome.Accepted(token, session.who());
    }

    private void endSurplus(AccountId account) {
        List<LiveSession> theirs = byId.values().stream()
                .filter(session -> isOf(session, account))
                .sorted(Comparator.comparing(LiveSession::signedInAt).reversed())
                .toList();
        theirs.stream().skip(limits.perAccount()).forEach(session -> end(session, SessionEnd.Cause.REPLACED));
        writeEndsIfPossible();
    }

    private List<LiveSession> sessionsOf(AccountId account) {
        opening.lock();
        try {
            return byId.values().stream()
                    .filter(session -> isOf(session, account))
                    .toList();
        } finally {
            opening.unlock();
        }
    }

    private boolean isLiveAfterUse(LiveSession session) {
        Instant now = store.now();
        Optional<SessionEnd.Cause> expiry = session.expiry(now, limits);
        if (expiry.isPresent()) {
            end(session, expiry.get());
            return false;
        }
        session.touch(now);
        return true;
    }

    /// Ends the session in memory, without the database: whoever only uses a session never waits for it.
    private boolean end(LiveSession session, SessionEnd.Cause cause) {
        if (!byId.remove(session.who().session(), session)) {
            return false;
        }
        byToken.remove(tokenKey(session.tokenHash()));
        SessionEnd end = new SessionEnd(session.who(), cause, store.now());
        unwrittenEnds.add(end);
        listeners.forEach(listener -> tell(listener, end));
        return true;
    }

    private static void tell(Consumer<SessionEnd> listener, SessionEnd end) {
        try {
            listener.accept(end);
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("session", end.who().session())
                    .setCause(failure)
                    .log("A listener failed at the end of a session");
        }
    }

    private void writeEndsIfPossible() {
        try {
            writeEnds();
        } catch (DataAccessException | TransactionException down) {
            LOG.atWarn().log("The end of a session is written later: the database does not answer");
        }
    }

    private void writeEnds() {
        @Nullable SessionEnd end = unwrittenEnds.peek();
        while (end != null) {
            store.end(end);
            unwrittenEnds.remove(end);
            end = unwrittenEnds.peek();
        }
    }

    private void writeUses() {
        Map<UUID, Instant> uses = new HashMap<>();
        for (LiveSession session : byId.values()) {
            if (session.isUnwritten(GRAIN)) {
                uses.put(session.who().session().value(), session.lastActiveAt());
            }
        }
        if (uses.isEmpty()) {
            return;
        }
        store.touch(uses);
        uses.forEach((id, at) -> {
            LiveSession session = byId.get(new SessionId(id));
            if (session != null) {
                session.written(at);
            }
        });
    }

    private void keep(LiveSession session) {
        byToken.put(tokenKey(session.tokenHash()), session);
        byId.put(session.who().session(), session);
    }

    private static boolean isOf(LiveSession session, AccountId account) {
        return session.who().account().equals(account);
    }

    private byte[] hash(SessionToken token) {
        return secrets.tokenHash(new SecretString("session:" + token.reveal()));
    }

    private String tokenKey(SessionToken token) {
        return tokenKey(hash(token));
    }

    private static String tokenKey(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
