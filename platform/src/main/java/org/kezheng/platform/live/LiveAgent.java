package org.kezheng.platform.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.ReasonCode;

/// An agent in the read model.
final class LiveAgent {
    final int id;
    AgentState state = AgentState.SIGNED_OUT;

    @Nullable
    String reason;

    @Nullable
    AgentState next;

    Instant since;
    long contact;

    LiveAgent(int id, Instant since) {
        this.id = id;
        this.since = since;
    }

    void changes(Event.AgentStateChanged change, Instant at) {
        state = change.to();
        reason =
                change.reason().equals(ReasonCode.NONE) ? null : change.reason().value();
        contact = change.contact();
        since = at;
        if (!isBusy()) {
            next = null;
        }
    }

    boolean isBusy() {
        return state == AgentState.RINGING || state == AgentState.TALKING || state == AgentState.WRAP_UP;
    }
}
