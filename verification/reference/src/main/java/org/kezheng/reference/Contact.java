package org.kezheng.reference;

import java.util.Optional;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;

/// A contact that is here. Its deadline is that of its wait while it waits, else that of its offer or talk.
final class Contact extends Timed {
    static final long UNKNOWN = -1;

    ContactId id;
    ContactKind kind;
    final int priority;
    final boolean isVip;
    long token;
    Stage stage = Stage.WAITING;
    /// Whether agents may find it; not while it goes from one queue to the next.
    boolean stands;

    QueueId queue;
    long arrived;
    long place;
    long entered;
    /// Counts who entered the queue.
    long ticket;
    /// The applied ring; 0 while the wish holds.
    int ring;

    int ringTold = 1;
    Optional<AgentId> agent = Optional.empty();
    long offer;
    long ringEffect;
    boolean hasRung;
    boolean isHeld;
    boolean wasAnswered;
    /// The rule by which its agent would be offered it, while it waits for this agent alone.
    Optional<RuleId> wish = Optional.empty();

    Optional<AgentId> wishAgent = Optional.empty();
    long wishUntil;
    long predicted = UNKNOWN;

    Contact(ContactId id, ContactKind kind, int priority, boolean isVip, long token, QueueId queue) {
        this.id = id;
        this.kind = kind;
        this.priority = priority;
        this.isVip = isVip;
        this.token = token;
        this.queue = queue;
    }

    enum Stage {
        WAITING,
        RINGING,
        TALKING
    }

    boolean isWaiting() {
        return stage == Stage.WAITING;
    }

    boolean isInternal() {
        return kind == ContactKind.INTERNAL;
    }

    boolean isFor(AgentId who) {
        return wish.isPresent() && wishAgent.equals(Optional.of(who));
    }

    boolean isWith(AgentId who) {
        return agent.equals(Optional.of(who));
    }

    void endWish() {
        wish = Optional.empty();
        wishAgent = Optional.empty();
    }
}
