package org.kezheng.platform.live;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;

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
    /// An internal call is about a call of somebody, and not of two colleagues alone.
    boolean isAboutCall;
    final Instant arrivedAt;
    Stage stage = Stage.WAITING;
    Instant since;
    int agent;
    /// Whose offer of it was taken back last.
    int formerAgent;
    long offer;
    boolean isHeld;
    /// The self-service of the present talk.
    ContactView.@Nullable SelfService selfService;
    /// What its lines are like, by offer; 0: the customer's.
    final Map<Long, ContactView.LineQuality> lines = new TreeMap<>();

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
        selfService = null;
        lines.keySet().removeIf(line -> line != 0 && line != offer);
    }

    /// The worst of the lines of the present talk; `null` when nothing is known, or nobody talks.
    ContactView.@Nullable LineQuality worstLine() {
        if (stage != Stage.TALKING) {
            return null;
        }
        return lines.entrySet().stream()
                .filter(line -> line.getKey() == 0 || line.getKey() == offer)
                .map(Map.Entry::getValue)
                .min(Comparator.comparingDouble(ContactView.LineQuality::mos))
                .orElse(null);
    }

    boolean isInternal() {
        return kind == ContactKind.INTERNAL;
    }

    /// The offer in which an agent talks; `null` while nobody does.
    @Nullable
    OfferId talk() {
        return stage == Stage.TALKING && offer != 0 ? new OfferId(offer) : null;
    }

    boolean isTalkOrRings() {
        return stage == Stage.RINGING || stage == Stage.TALKING;
    }

    boolean isWaiting() {
        return stage == Stage.WAITING || stage == Stage.RINGING;
    }
}
