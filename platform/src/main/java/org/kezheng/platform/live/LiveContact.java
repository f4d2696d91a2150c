package org.kezheng.platform.live;

import java.time.Instant;

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
    final Instant arrivedAt;
    Stage stage = Stage.WAITING;
    Instant since;
    int agent;
    /// Whose offer of it was taken back last.
    int formerAgent;
    long offer;
    boolean isHeld;

    LiveContact(long id, int client, int queue, Instant arrivedAt) {
        this.id = id;
        this.client = client;
        this.queue = queue;
        this.arrivedAt = arrivedAt;
        this.since = arrivedAt;
    }

    void enters(Stage next, Instant at) {
        stage = next;
        since = at;
    }

    boolean isWaiting() {
        return stage == Stage.WAITING || stage == Stage.RINGING;
    }
}
