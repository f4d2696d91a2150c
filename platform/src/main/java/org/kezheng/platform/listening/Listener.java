package org.kezheng.platform.listening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.security.access.SignedIn;

/// Somebody who listens in, or whose telephone rings for it. Guarded by its owner's lock.
final class Listener {
    final long id;
    final SignedIn who;
    final ContactId call;
    final OfferId talk;
    final AgentId agent;
    final Instant since;
    ListenerMode mode;
    /// The mode that was asked for and is not yet so.
    @Nullable
    ListenerMode wanted;

    /// The telephone is answered.
    boolean isUp;
    /// Its end was asked for.
    boolean isEnding;

    Listener(long id, SignedIn who, ContactId call, Talk talk, ListenerMode mode, Instant since) {
        this.id = id;
        this.who = who;
        this.call = call;
        this.talk = talk.offer();
        this.agent = talk.agent();
        this.mode = mode;
        this.since = since;
    }

    /// Whose talk it is.
    record Talk(OfferId offer, AgentId agent) {}
}
