package org.kezheng.platform.live;

import java.time.Instant;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Event;

/// A contact in the read model.
final class LiveContact {
    enum Stage {
        WAITING("waiting"),
        RINGING("ringing"),
        TALKING("talking"),
        WRAP_UP("wrap-up");

        final String word;

        Stage(String word) {
            this.word = word;
        }
    }

    final long id;
    final int client;
    int queue;
    final ContactKind kind;
    /// The contact on whose behalf an internal call is; 0: none.
    final long precursor;
    /// The agent who called, of an internal call.
    int caller;
    final Instant arrivedAt;
    Stage stage = Stage.WAITING;
    Instant since;
    int agent;
    /// Whose offer of it was taken back last.
    int formerAgent;
    long offer;
    boolean isHeld;

    LiveContact(Event.ContactQueued queued, Instant arrivedAt) {
        this.id = queued.contact().value();
        this.client = queued.client().value();
        this.queue = queued.queue().value();
        this.kind = queued.kind();
        this.precursor = queued.precursor();
        this.arrivedAt = arrivedAt;
        this.since = arrivedAt;
    }

    void enters(Stage next, Instant at) {
        stage = next;
        since = at;
    }

    boolean isInternal() {
        return kind == ContactKind.INTERNAL;
    }

    boolean isTalkOrRings() {
        return stage == Stage.RINGING || stage == Stage.TALKING;
    }

    boolean isWaiting() {
        return stage == Stage.WAITING || stage == Stage.RINGING;
    }
}
